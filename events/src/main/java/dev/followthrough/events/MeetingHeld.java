package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting took place. {@code agreementWith} names those with whom it opens an agreement; when
 * that is nobody, {@code noAgreement} says why. {@code place} and {@code link} may be null.
 */
@EventType("meeting.held")
public record MeetingHeld(
    UUID meetingId,
    MeetingKind kind,
    Instant startsAt,
    Instant endsAt,
    List<Participant> participants,
    List<Participant> agreementWith,
    NoAgreement noAgreement,
    String place,
    String link)
    implements ContactsEvent {

  /** As an older version said it. */
  public MeetingHeld(
      UUID meetingId,
      MeetingKind kind,
      Instant startsAt,
      Instant endsAt,
      List<Participant> participants,
      List<Participant> agreementWith,
      NoAgreement noAgreement) {
    this(meetingId, kind, startsAt, endsAt, participants, agreementWith, noAgreement, null, null);
  }

  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
