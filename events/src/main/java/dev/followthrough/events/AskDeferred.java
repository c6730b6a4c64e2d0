package dev.followthrough.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * It was not the right time for an ask: it comes back on that day.
 *
 * @param until the day in the owner's zone on which it comes back
 */
@EventType("ask.deferred")
public record AskDeferred(
    UUID askId,
    UUID contactId,
    UUID touchId,
    AskDirection direction,
    Instant happenedAt,
    LocalDate until)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
