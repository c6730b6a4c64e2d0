package dev.followthrough.events;

import java.util.UUID;

/**
 * All data of the owner is to be erased everywhere; each service answers with its
 * erasure.completed.
 */
@EventType("owner.erased")
public record OwnerErased(UUID erasureId) implements ContactsEvent {
  @Override
  public String subject() {
    return "erasure/" + erasureId;
  }
}
