package dev.followthrough.notifications.diary;

import dev.followthrough.events.Participant;
import java.util.UUID;

/**
 * A contact whom an entry names.
 *
 * @param gone whether the owner has removed them: they are not named until they are back
 */
record Companion(UUID contactId, String name, boolean gone) {

  static Companion of(Participant person) {
    return new Companion(person.contactId(), person.name(), false);
  }

  boolean is(UUID contact) {
    return contactId.equals(contact);
  }
}
