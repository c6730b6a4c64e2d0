package dev.followthrough.events;

import java.util.UUID;

/** A favour was recorded in error and is removed. */
@EventType("favour.removed")
public record FavourRemoved(UUID favourId, UUID contactId) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "favour/" + favourId;
  }
}
