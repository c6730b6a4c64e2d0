package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** A delivery that one side claimed was denied by the other: no evidence. */
@EventType("commitment.disputed")
public record CommitmentDisputed(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    Party by,
    Party deniedBy,
    Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
