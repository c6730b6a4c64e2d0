package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.action.Brief;

/** The words of a commitment as a line of the day's list says them. */
public final class WordsInForce {

  /** The text of the wording in force of the commitment {@code c}; null while it has none. */
  public static final String OF_C =
      """
      (select w ->> 'text' from jsonb_array_elements(c.wordings) w
       where (w ->> 'number')::int = c.in_force)\
      """;

  private WordsInForce() {}

  /** What the commitment says, as the end of a sentence. */
  public static String ending(String text) {
    return text == null ? "." : ": " + Brief.of(text);
  }
}
