package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** Every commitment of the agreement has found its end. */
@EventType("agreement.closed")
public record AgreementClosed(UUID agreementId, UUID meetingId, Instant closedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
