package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The deadline passed without delivery by {@code missing}. */
@EventType("commitment.missed")
public record CommitmentMissed(
    UUID commitmentId,
    UUID agreementId,
    UUID meetingId,
    CommitmentKind kind,
    List<Party> missing,
    Party receiver,
    String text,
    Instant dueAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
