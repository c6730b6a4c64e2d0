package dev.followthrough.commitments.action;

/**
 * The beginning of what somebody worded, for a line of a list: at most {@value #LONGEST}
 * characters, so that a day's list fits into a webhook's body whatever was written.
 */
public final class Brief {

  static final int LONGEST = 200;

  private Brief() {}

  public static String of(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }
}
