package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** The owner waits no longer for anything to come of an ask. */
@EventType("ask.let_go")
public record AskLetGo(
    UUID askId, UUID contactId, UUID touchId, AskDirection direction, Instant happenedAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
