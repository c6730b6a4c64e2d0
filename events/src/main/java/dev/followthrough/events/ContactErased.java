package dev.followthrough.events;

import java.util.UUID;

/**
 * All that is known of one contact is to be erased everywhere; each service answers with its
 * erasure.completed.
 */
@EventType("contact.erased")
public record ContactErased(UUID contactId, UUID erasureId) implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
