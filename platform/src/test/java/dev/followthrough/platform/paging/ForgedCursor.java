package dev.followthrough.platform.paging;

import java.util.List;

/** A cursor that we did not give out, but that has the form of one. */
public final class ForgedCursor {

  private ForgedCursor() {}

  /** A cursor of the list at this path without filters, with a sort key that is none of ours. */
  public static String of(String path, List<String> key) {
    return Cursor.at(path + "?{}", key).encode();
  }
}
