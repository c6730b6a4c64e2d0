package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** {@code by} apologised for a missed promise. */
@EventType("commitment.apologised")
public record CommitmentApologised(
    UUID commitmentId, UUID agreementId, Party by, Instant happenedAt) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
