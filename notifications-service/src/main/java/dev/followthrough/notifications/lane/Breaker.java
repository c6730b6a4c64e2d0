package dev.followthrough.notifications.lane;

import java.time.Duration;

/**
 * The circuit breaker's rule: an endpoint that failed five times in a row, each try begun after the
 * failure before, is left alone for 10 s, then gets one delivery to show that it is back; each
 * further failure doubles the pause, up to five minutes. One success ends it.
 */
final class Breaker {

  static final int PATIENCE = 5;
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Breaker() {}

  static Duration pauseAfter(int failures) {
    if (failures < PATIENCE) {
      return Duration.ZERO;
    }
    var doublings = Math.min(failures - PATIENCE, 10);
    var pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
