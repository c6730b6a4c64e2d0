package dev.followthrough.events;

import java.util.UUID;

/**
 * A person came into the owner's network.
 *
 * @param facts null in events of an older version
 */
@EventType("contact.added")
public record ContactAdded(UUID contactId, String name, boolean practiceOff, ContactFacts facts)
    implements ContactsEvent {

  /** As an older version said it. */
  public ContactAdded(UUID contactId, String name, boolean practiceOff) {
    this(contactId, name, practiceOff, null);
  }

  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
