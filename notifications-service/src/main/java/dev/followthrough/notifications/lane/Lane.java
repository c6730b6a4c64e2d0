package dev.followthrough.notifications.lane;

import java.time.Instant;
import java.util.UUID;

/** An endpoint's lane as the dispatcher finds it across owners. */
public record Lane(UUID owner, UUID endpoint) {

  /**
   * How an endpoint fares.
   *
   * @param failures failed tries in a row
   * @param failingSince the first failed try after the last success, or null
   * @param pausedUntil nothing is sent before, or null
   */
  public record Health(int failures, Instant failingSince, Instant pausedUntil) {

    /** Whether it has failed so often that it is left alone between tries. */
    public boolean isFailing() {
      return failures >= Breaker.PATIENCE;
    }

    /** Whether one failure more makes it so. */
    public boolean isAboutToFail() {
      return failures == Breaker.PATIENCE - 1;
    }
  }
}
