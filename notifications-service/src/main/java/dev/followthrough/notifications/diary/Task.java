package dev.followthrough.notifications.diary;

import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.Party;
import java.util.List;

/**
 * What an agreement's deadline is about.
 *
 * @param by who still owes it, as the events write parties
 * @param text its words; null while it has none
 */
record Task(List<String> by, String text, boolean promised) {

  static Task of(OpenCommitment open) {
    return new Task(open.by().stream().map(Party::toString).toList(), open.text(), open.promised());
  }

  /** The same without a contact who was erased. */
  Task without(Party contact) {
    return new Task(
        by.stream().filter(one -> !one.equals(contact.toString())).toList(), text, promised);
  }
}
