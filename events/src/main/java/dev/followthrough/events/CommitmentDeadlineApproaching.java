package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The deadline of an agreement comes near and something is open. {@code lead} is the policy's lead
 * time as an ISO 8601 duration; {@code dueAtLocal} is the due instant in the owner's zone.
 */
@EventType("commitment.deadline.approaching")
public record CommitmentDeadlineApproaching(
    UUID agreementId,
    UUID meetingId,
    Instant dueAt,
    String dueAtLocal,
    String timeZone,
    String lead,
    List<OpenCommitment> open)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
