package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The 1:1:1 of a held meeting is open. */
@EventType("agreement.opened")
public record AgreementOpened(
    UUID agreementId,
    UUID meetingId,
    Instant dueAt,
    List<Participant> participants,
    List<OpenedCommitment> commitments)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "agreement/" + agreementId;
  }
}
