package dev.followthrough.commitments.agreement;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the other side may speak up: seven days of 24 hours after the deadline to attest that
 * something arrived in time, and after a delivery was recorded to deny it. The last instant counts.
 */
public final class SevenDays {

  static final Duration LENGTH = Duration.ofDays(7);

  private SevenDays() {}

  static Instant after(Instant start) {
    return start.plus(LENGTH);
  }

  public static boolean haveGone(Instant start, Instant now) {
    return now.isAfter(after(start));
  }
}
