package dev.followthrough.events;

import java.util.UUID;

/** A contact was removed; its open commitments are void. */
@EventType("contact.removed")
public record ContactRemoved(UUID contactId) implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
