package dev.followthrough.contacts.verdict;

import dev.followthrough.events.Circle;
import dev.followthrough.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a person met at an event is to have a verdict, and what the verdict proposes. Nothing
 * is done by a proposal: only the owner makes meetings and moves contacts between circles.
 */
final class VerdictRule {

  /** In hours that no clock change touches. */
  static final Duration PATIENCE = Duration.ofDays(3);

  private VerdictRule() {}

  /** Three days after the event's end, or when it was recorded if that was later. */
  static Instant dueAt(Instant endedAt, Instant recordedAt) {
    var dueAt = endedAt.plus(PATIENCE);
    return dueAt.isBefore(recordedAt) ? recordedAt : dueAt;
  }

  /**
   * Empty where nothing is to be done: for somebody who is released already, or with whom a
   * one-on-one after the event is scheduled or was held.
   *
   * @param seenAgain whether there is such a one-on-one
   */
  static Optional<VerdictStep> proposes(Verdict verdict, Circle circle, boolean seenAgain) {
    return switch (verdict) {
      case MEET -> seenAgain ? Optional.empty() : Optional.of(VerdictStep.ONE_ON_ONE);
      case KEEP_IN_TOUCH -> Optional.empty();
      case LET_GO ->
          circle == Circle.RELEASED ? Optional.empty() : Optional.of(VerdictStep.RELEASE);
    };
  }
}
