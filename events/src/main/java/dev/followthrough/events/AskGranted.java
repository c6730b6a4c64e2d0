package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** What was asked for was granted. */
@EventType("ask.granted")
public record AskGranted(
    UUID askId, UUID contactId, UUID touchId, AskDirection direction, Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
