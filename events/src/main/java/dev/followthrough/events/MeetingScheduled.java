package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting was put in the diary. {@code place} and {@code link} may be null.
 *
 * @param calendarUid the UID under which the owner's calendar file brought it; null for none
 * @param calendarOccurrence when it was to begin by the rule of its series in that file; null when
 *     it is no part of one
 */
@EventType("meeting.scheduled")
public record MeetingScheduled(
    UUID meetingId,
    MeetingKind kind,
    Instant startsAt,
    Instant endsAt,
    List<Participant> participants,
    String place,
    String link,
    String calendarUid,
    Instant calendarOccurrence)
    implements ContactsEvent {

  /** As an older version said it. */
  public MeetingScheduled(
      UUID meetingId,
      MeetingKind kind,
      Instant startsAt,
      Instant endsAt,
      List<Participant> participants) {
    this(meetingId, kind, startsAt, endsAt, participants, null, null);
  }

  /** As an older version said it. */
  public MeetingScheduled(
      UUID meetingId,
      MeetingKind kind,
      Instant startsAt,
      Instant endsAt,
      List<Participant> participants,
      String place,
      String link) {
    this(meetingId, kind, startsAt, endsAt, participants, place, link, null, null);
  }

  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
