package dev.followthrough.events;

import java.util.UUID;

/** The agreement ended without evidence: its meeting was recorded in error. */
@EventType("agreement.voided")
public record AgreementVoided(UUID agreementId, UUID meetingId) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
