package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Three days after an event these people met there have no verdict yet. */
@EventType("verdicts.overdue")
public record VerdictsOverdue(UUID meetingId, Instant endedAt, List<Participant> without)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
