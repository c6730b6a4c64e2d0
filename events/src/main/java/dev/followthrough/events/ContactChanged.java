package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * What is known of a contact changed; {@code changed} names the fields, never private ones. What
 * changes private ones alone is not told.
 *
 * @param facts null in events of an older version
 */
@EventType("contact.changed")
public record ContactChanged(
    UUID contactId, String name, boolean practiceOff, ContactFacts facts, List<String> changed)
    implements ContactsEvent {

  /** As an older version said it. */
  public ContactChanged(UUID contactId, String name, boolean practiceOff, List<String> changed) {
    this(contactId, name, practiceOff, null, changed);
  }

  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
