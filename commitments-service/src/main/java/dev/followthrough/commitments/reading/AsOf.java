package dev.followthrough.commitments.reading;

import dev.followthrough.platform.problem.Problems;
import java.time.Instant;

/** For which instant a figure is reckoned: never one of which nothing can be known yet. */
public final class AsOf {

  public static final String DESCRIPTION = "An instant that is not after now. Absent: now.";

  private AsOf() {}

  /**
   * @param asked null for now
   */
  public static Instant of(Instant asked, Instant now) {
    if (asked == null) {
      return now;
    }
    if (asked.isAfter(now)) {
      throw Problems.invalid("?asOf", "not-in-the-future", "must not lie after now");
    }
    return asked;
  }
}
