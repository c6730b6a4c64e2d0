package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting took place. {@code agreementWith} names those with whom it opens an agreement; when
 * that is nobody, {@code noAgreement} says why. {@code place} and {@code link} may be null.
 *
 * @param answers the touches that were answered in it; null for none
 * @param calendarUid the UID under which the owner's calendar file brought it; null for none
 * @param calendarOccurrence when it was to begin by the rule of its series in that file; null when
 *     it is no part of one
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
    String link,
    List<UUID> answers,
    String calendarUid,
    Instant calendarOccurrence)
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

  /** As an older version said it. */
  public MeetingHeld(
      UUID meetingId,
      MeetingKind kind,
      Instant startsAt,
      Instant endsAt,
      List<Participant> participants,
      List<Participant> agreementWith,
      NoAgreement noAgreement,
      String place,
      String link) {
    this(
        meetingId,
        kind,
        startsAt,
        endsAt,
        participants,
        agreementWith,
        noAgreement,
        place,
        link,
        null,
        null,
        null);
  }

  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
