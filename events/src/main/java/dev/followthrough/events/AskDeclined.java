package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** What was asked for was declined. */
@EventType("ask.declined")
public record AskDeclined(
    UUID askId, UUID contactId, UUID touchId, AskDirection direction, Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
