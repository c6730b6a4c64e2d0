package dev.followthrough.events;

import java.util.UUID;

/** A scheduled meeting will not take place. */
@EventType("meeting.cancelled")
public record MeetingCancelled(UUID meetingId) implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
