package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting took place. {@code agreementWith} names those with whom it opens an agreement; when
 * that is nobody, {@code noAgreement} says why.
 */
@EventType("meeting.held")
public record MeetingHeld(
    UUID meetingId,
    MeetingKind kind,
    Instant startsAt,
    Instant endsAt,
    List<Participant> participants,
    List<Participant> agreementWith,
    NoAgreement noAgreement)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
