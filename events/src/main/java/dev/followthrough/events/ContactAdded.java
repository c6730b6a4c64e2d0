package dev.followthrough.events;

import java.util.UUID;

/** A person came into the owner's network. */
@EventType("contact.added")
public record ContactAdded(UUID contactId, String name, boolean practiceOff)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
