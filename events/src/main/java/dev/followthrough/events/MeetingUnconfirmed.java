package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The end of a scheduled meeting is past: did it take place? */
@EventType("meeting.unconfirmed")
public record MeetingUnconfirmed(
    UUID meetingId, MeetingKind kind, Instant endsAt, List<Participant> participants)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
