package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The receiver attests that {@code by} delivered in time: the miss of that promise or part is
 * corrected.
 */
@EventType("commitment.corrected")
public record CommitmentCorrected(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    Party by,
    Party attestedBy,
    Instant happenedAt,
    boolean complete)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
