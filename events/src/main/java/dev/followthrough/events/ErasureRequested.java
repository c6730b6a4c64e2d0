package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** A contact asked, through a share link, to be forgotten; contacts-service erases them. */
@EventType("erasure.requested")
public record ErasureRequested(UUID contactId, Instant requestedAt) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
