package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody else got what was asked for.
 *
 * @param reason why, as far as the owner knows
 */
@EventType("ask.lost")
public record AskLost(
    UUID askId,
    UUID contactId,
    UUID touchId,
    AskDirection direction,
    Instant happenedAt,
    LossReason reason)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
