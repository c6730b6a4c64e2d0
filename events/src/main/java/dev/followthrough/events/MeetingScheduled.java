package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A meeting was put in the diary. */
@EventType("meeting.scheduled")
public record MeetingScheduled(
    UUID meetingId,
    MeetingKind kind,
    Instant startsAt,
    Instant endsAt,
    List<Participant> participants)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
