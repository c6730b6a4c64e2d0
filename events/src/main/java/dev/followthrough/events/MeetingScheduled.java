package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A meeting was put in the diary. {@code place} and {@code link} may be null. */
@EventType("meeting.scheduled")
public record MeetingScheduled(
    UUID meetingId,
    MeetingKind kind,
    Instant startsAt,
    Instant endsAt,
    List<Participant> participants,
    String place,
    String link)
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

  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
