package dev.followthrough.commitments.reading;

import dev.followthrough.commitments.agreement.Refusals;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/** What is reported has happened: it does not lie after now. */
public final class Happened {

  private Happened() {}

  /**
   * @param pointer the field that says when
   * @throws ProblemException when it lies after now
   */
  public static void by(Instant now, String pointer, Instant happenedAt) {
    if (happenedAt.isAfter(now)) {
      throw new ProblemException(
          Refusals.HAPPENED_IN_FUTURE,
          "%s %s lies after now, %s.".formatted(pointer.substring(1), happenedAt, now),
          List.of(new FieldError(pointer, "not-after-now", "must not lie after now")));
    }
  }
}
