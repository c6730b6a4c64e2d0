package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** {@code by} said no before promising; that is no evidence. */
@EventType("commitment.declined")
public record CommitmentDeclined(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    Party by,
    Party reportedBy,
    Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
