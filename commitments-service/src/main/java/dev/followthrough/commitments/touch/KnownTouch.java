package dev.followthrough.commitments.touch;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A touch with a contact, as far as this service knows it.
 *
 * @param asksNothing it wants nothing of the other for oneself
 * @param answeredAt when the first answer to it happened; null for none so far
 */
public record KnownTouch(
    UUID id,
    UUID contactId,
    TouchDirection direction,
    TouchKind kind,
    Instant happenedAt,
    boolean asksQuestion,
    boolean awaitsReply,
    boolean saysThanks,
    AsksAfter asksAfter,
    boolean asksNothing,
    boolean tellsWhatIDoNow,
    Instant answeredAt) {

  public boolean isOutbound() {
    return direction == TouchDirection.OUTBOUND;
  }

  public boolean isInbound() {
    return direction == TouchDirection.INBOUND;
  }

  /** Whether it had been answered at that instant. */
  public boolean isAnsweredBy(Instant asOf) {
    return answeredAt != null && !answeredAt.isAfter(asOf);
  }
}
