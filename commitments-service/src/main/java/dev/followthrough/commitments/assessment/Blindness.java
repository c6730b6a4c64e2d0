package dev.followthrough.commitments.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the two sides of an assessment see each other's: once both have given theirs, so that
 * neither can answer the other's; and without that once 14 days of 24 hours have gone since the
 * agreement was due. From then on each is final. The last instant of the 14 days still counts for
 * giving; seeing begins after it.
 */
public final class Blindness {

  static final Duration LENGTH = Duration.ofDays(14);

  private static final Duration MOMENT = Duration.ofMillis(1);

  private Blindness() {}

  /** The last instant at which one can be given or changed. */
  public static Instant closesAt(Instant dueAt) {
    return dueAt.plus(LENGTH);
  }

  static boolean isOver(Instant dueAt, Instant now) {
    return now.isAfter(closesAt(dueAt));
  }

  /**
   * From when on one side sees what the other gave.
   *
   * @param own when it first gave its own, if it did
   * @param others when the other first did
   */
  static Instant liftedAt(Instant dueAt, Optional<Instant> own, Instant others) {
    var after = closesAt(dueAt).plus(MOMENT);
    return own.map(at -> at.isAfter(others) ? at : others)
        .filter(at -> at.isBefore(after))
        .orElse(after);
  }
}
