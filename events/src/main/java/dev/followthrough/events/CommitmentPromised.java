package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** {@code by} promised: the whole individual commitment, or one part of the shared one. */
@EventType("commitment.promised")
public record CommitmentPromised(
    UUID commitmentId,
    UUID agreementId,
    UUID meetingId,
    CommitmentKind kind,
    Party by,
    Party receiver,
    int wording,
    String text,
    Complexity complexity,
    String area,
    Instant dueAt,
    Party reportedBy,
    Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
