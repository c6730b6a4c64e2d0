package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** The owner decided what is to come of a contact met at an event. The last verdict counts. */
@EventType("verdict.given")
public record VerdictGiven(UUID meetingId, UUID contactId, Verdict verdict, Instant givenAt)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
