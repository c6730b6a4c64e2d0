package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The deadline of an agreement went by and promises were missed. */
@EventType("commitment.deadline.passed")
public record CommitmentDeadlinePassed(
    UUID agreementId,
    UUID meetingId,
    Instant dueAt,
    String dueAtLocal,
    String timeZone,
    List<OpenCommitment> missed)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
