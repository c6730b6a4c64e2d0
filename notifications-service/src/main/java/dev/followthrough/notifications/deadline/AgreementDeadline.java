package dev.followthrough.notifications.deadline;

import java.time.Instant;
import java.util.UUID;

/** When an agreement is due, and whether it is over. */
public record AgreementDeadline(UUID agreementId, UUID meetingId, Instant dueAt, boolean closed) {

  static AgreementDeadline of(Deadline deadline) {
    return new AgreementDeadline(deadline.id, deadline.meetingId, deadline.dueAt, deadline.closed);
  }
}
