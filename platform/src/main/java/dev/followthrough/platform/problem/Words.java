package dev.followthrough.platform.problem;

/** Text from a client, made fit to be shown to it again. */
public final class Words {

  private static final int LONGEST = 300;

  private Words() {}

  /** Without control characters and half characters, and not longer than a sentence or two. */
  public static String shown(String text) {
    var result = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
        .forEach(result::appendCodePoint);
    return text.codePointCount(0, text.length()) > LONGEST ? result + "…" : result.toString();
  }
}
