package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A scheduled meeting moved or its people changed. */
@EventType("meeting.changed")
public record MeetingChanged(
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
