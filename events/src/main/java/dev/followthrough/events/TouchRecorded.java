package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A touch was recorded: one interaction that is not a live conversation.
 *
 * @param answers the touch that this one answers, of the same contact and the other direction; null
 *     for none
 * @param redirects it answers only by asking to go on elsewhere
 * @param asksNothing it wants nothing of the other for oneself
 */
@EventType("touch.recorded")
public record TouchRecorded(
    UUID touchId,
    UUID contactId,
    TouchDirection direction,
    TouchKind kind,
    Instant happenedAt,
    UUID answers,
    boolean redirects,
    boolean asksQuestion,
    boolean awaitsReply,
    boolean saysThanks,
    AsksAfter asksAfter,
    boolean asksNothing,
    boolean tellsWhatIDoNow)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "touch/" + touchId;
  }
}
