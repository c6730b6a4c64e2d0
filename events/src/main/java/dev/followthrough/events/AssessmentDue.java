package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The time in which the owner can assess what came of an agreement comes to its end, and something
 * is not assessed.
 *
 * @param until the last instant at which it can be
 * @param untilLocal the same by the owner's clock
 * @param lead the policy's lead time as an ISO 8601 duration
 * @param open what is to be assessed; {@code by} names with whom
 */
@EventType("assessment.due")
public record AssessmentDue(
    UUID agreementId,
    UUID meetingId,
    Instant until,
    String untilLocal,
    String timeZone,
    String lead,
    List<OpenCommitment> open)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
