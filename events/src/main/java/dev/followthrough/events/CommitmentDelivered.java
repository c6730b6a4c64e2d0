package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * {@code by} delivered its promise or its part of the shared one; {@code complete} once nothing of
 * the commitment is missing. A {@code late} delivery does not undo the miss.
 */
@EventType("commitment.delivered")
public record CommitmentDelivered(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    Party by,
    Party receiver,
    Instant happenedAt,
    Party reportedBy,
    boolean late,
    boolean complete)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
