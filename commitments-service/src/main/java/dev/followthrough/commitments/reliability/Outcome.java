package dev.followthrough.commitments.reliability;

import dev.followthrough.events.Complexity;
import java.time.Instant;

/**
 * What came of one promise: of an individual commitment, or of one person's part of a shared one.
 *
 * @param kept in time; what was missed, or delivered late, is not
 * @param closedAt when it was kept, or its deadline
 */
public record Outcome(boolean kept, Complexity complexity, Instant closedAt) {

  /** How much it weighs as evidence before it fades: simple 1, complex 2. */
  public int weight() {
    return switch (complexity) {
      case SIMPLE -> 1;
      case COMPLEX -> 2;
    };
  }
}
