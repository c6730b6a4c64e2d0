package dev.followthrough.platform.json;

/** What a string from outside must not hold, before anything else looks at it. */
final class Texts {

  private Texts() {}

  /** Words for the first thing in the text that is refused, or null. */
  static String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return "must not hold control characters (U+%04X)".formatted((int) c);
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "must not hold half a surrogate pair (U+%04X)".formatted((int) c);
      }
    }
    return null;
  }
}
