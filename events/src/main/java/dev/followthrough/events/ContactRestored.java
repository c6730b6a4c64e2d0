package dev.followthrough.events;

import java.util.UUID;

/**
 * A removed contact is back in the network; what its removal voided stays void.
 *
 * @param facts null in events of an older version
 */
@EventType("contact.restored")
public record ContactRestored(UUID contactId, String name, boolean practiceOff, ContactFacts facts)
    implements ContactsEvent {

  /** As an older version said it. */
  public ContactRestored(UUID contactId, String name, boolean practiceOff) {
    this(contactId, name, practiceOff, null);
  }

  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
