package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** An ask got an answer that settles nothing yet. */
@EventType("ask.answered")
public record AskAnswered(
    UUID askId, UUID contactId, UUID touchId, AskDirection direction, Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
