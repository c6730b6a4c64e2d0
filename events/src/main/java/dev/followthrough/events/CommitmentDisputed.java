package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that one side claimed was denied by the other: no evidence. Of a {@code late} delivery
 * the miss stands all the same.
 */
@EventType("commitment.disputed")
public record CommitmentDisputed(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    Party by,
    Party deniedBy,
    Instant happenedAt,
    boolean late)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
