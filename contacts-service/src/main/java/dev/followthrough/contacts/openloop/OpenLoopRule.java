package dev.followthrough.contacts.openloop;

import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchDirection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which touches want a word of the owner, and how long they wait for it before they are an open
 * loop. A contact's question does, and a contact's thanks, unless they come in an exchange of
 * thanks: thanks need one acknowledgement and open no further loop.
 */
public final class OpenLoopRule {

  /** A loop is open from this long after the touch on, in hours that no clock change touches. */
  public static final Duration PATIENCE = Duration.ofDays(3);

  private OpenLoopRule() {}

  /**
   * @param amongThanks the touch answers one that says thanks, or one that acknowledges thanks
   */
  public static Optional<LoopReason> reason(
      TouchDirection direction, boolean awaitsReply, boolean saysThanks, boolean amongThanks) {
    if (direction == TouchDirection.OUTBOUND) {
      return Optional.empty();
    }
    if (awaitsReply) {
      return Optional.of(LoopReason.QUESTION);
    }
    return saysThanks && !amongThanks ? Optional.of(LoopReason.THANKS) : Optional.empty();
  }

  static Instant opensAt(Instant happenedAt) {
    return happenedAt.plus(PATIENCE);
  }
}
