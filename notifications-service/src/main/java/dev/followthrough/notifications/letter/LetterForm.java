package dev.followthrough.notifications.letter;

import dev.followthrough.notifications.letter.Words.Item;
import java.util.stream.Collectors;

/** The two forms of a mail, text and HTML, of the same words. The HTML loads nothing. */
final class LetterForm {

  private static final String FOOT =
      "You get this because reminders of Followthrough are mailed to this address.";

  private LetterForm() {}

  /**
   * @param unsubscribe null for one without a link
   */
  static String text(Words words, String unsubscribe) {
    var text = new StringBuilder(words.lead()).append("\n\n");
    for (var item : words.items()) {
      text.append("- ").append(item.text()).append('\n');
      if (item.detail() != null) {
        text.append("  ").append(item.detail()).append('\n');
      }
    }
    if (words.closing() != null) {
      text.append('\n').append(words.closing()).append('\n');
    }
    if (unsubscribe != null) {
      text.append("\n-- \n").append(FOOT).append('\n');
      text.append("No more of them: ").append(unsubscribe).append('\n');
    }
    return text.toString();
  }

  static String html(Words words, String unsubscribe) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body style="font-family: sans-serif; line-height: 1.4; max-width: 40em">
        <p>%s</p>
        <ul>
        %s</ul>
        %s%s</body>
        </html>
        """
        .formatted(
            escaped(words.subject()),
            escaped(words.lead()),
            words.items().stream().map(LetterForm::item).collect(Collectors.joining()),
            words.closing() == null ? "" : "<p>%s</p>\n".formatted(escaped(words.closing())),
            unsubscribe == null ? "" : foot(unsubscribe));
  }

  private static String item(Item item) {
    return "<li><strong>%s</strong>%s</li>\n"
        .formatted(
            escaped(item.text()), item.detail() == null ? "" : "<br>" + escaped(item.detail()));
  }

  private static String foot(String unsubscribe) {
    return "<hr>\n<p><small>%s <a href=\"%s\">No more of them</a></small></p>\n"
        .formatted(FOOT, escaped(unsubscribe));
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
