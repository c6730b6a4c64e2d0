package dev.followthrough.events;

import java.util.UUID;

/** The meeting was voided, but something had been promised: the agreement stands. */
@EventType("agreement.void_refused")
public record AgreementVoidRefused(UUID agreementId, UUID meetingId) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
