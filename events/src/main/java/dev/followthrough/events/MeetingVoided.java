package dev.followthrough.events;

import java.util.UUID;

/**
 * A held meeting was recorded in error. Its agreement ends without evidence, unless something was
 * promised meanwhile.
 */
@EventType("meeting.voided")
public record MeetingVoided(UUID meetingId) implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
