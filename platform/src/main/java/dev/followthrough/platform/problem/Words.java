package dev.followthrough.platform.problem;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text from a client, made fit to be shown to it again, or to be logged. */
public final class Words {

  private static final int LONGEST = 300;

  /** What {@link dev.followthrough.platform.secret.RandomToken} looks like in a path. */
  private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

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

  /** The path of a request without the secret that it may hold, such as a share link's. */
  public static String path(String path) {
    var masked = masked(path);
    return shown(masked.equals(path) ? masked(decoded(path)) : masked);
  }

  private static String masked(String path) {
    return TOKEN.matcher(path).replaceAll("/{token}");
  }

  /** Percent signs hide nothing: as it stands, unless it is a token that stands in it. */
  private static String decoded(String path) {
    try {
      var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      return TOKEN.matcher(decoded).find() ? decoded : path;
    } catch (IllegalArgumentException _) {
      return path;
    }
  }
}
