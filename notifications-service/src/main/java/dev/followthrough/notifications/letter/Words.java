package dev.followthrough.notifications.letter;

import java.util.List;

/**
 * What a mail says, before it takes the form of text or HTML, so that both say the same. Every
 * string is made harmless here: one line, without control characters or signs that turn the
 * direction of writing.
 *
 * @param lead one sentence that says what it is about
 * @param closing null for none
 */
record Words(String subject, String lead, List<Item> items, String closing) {

  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST = 1000;

  /**
   * One thing of several.
   *
   * @param detail null for none
   */
  record Item(String text, String detail) {

    Item {
      text = line(text, LONGEST);
      detail = detail == null ? null : line(detail, LONGEST);
    }
  }

  Words {
    subject = line(subject, LONGEST_SUBJECT);
    lead = line(lead, LONGEST);
    items = List.copyOf(items);
    closing = closing == null ? null : line(closing, LONGEST);
  }

  /** One line, so that no header or line of its own can be made of it. */
  static String line(String said, int longest) {
    var line =
        said.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
            .replaceAll("[\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{200e}\\x{200f}]", "")
            .strip();
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
