package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The day has come to which an ask was deferred.
 *
 * @param until that day, in the owner's zone
 */
@EventType("ask.revisit_due")
public record AskRevisitDue(
    UUID askId, UUID contactId, UUID touchId, AskDirection direction, LocalDate until)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
