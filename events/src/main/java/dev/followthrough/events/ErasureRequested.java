package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A contact said, through a share link, that they want to be forgotten. Contacts-service removes
 * them at once and erases them when the 30 days for undoing are over.
 */
@EventType("erasure.requested")
public record ErasureRequested(UUID contactId, Instant requestedAt) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
