package dev.followthrough.events;

import java.util.UUID;

/**
 * A voided meeting counts as held again, because something had been promised before the void
 * arrived.
 */
@EventType("meeting.void_reverted")
public record MeetingVoidReverted(UUID meetingId) implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
