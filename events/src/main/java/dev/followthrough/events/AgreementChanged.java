package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** An agreement is due earlier than its week. */
@EventType("agreement.changed")
public record AgreementChanged(UUID agreementId, UUID meetingId, Instant dueAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
