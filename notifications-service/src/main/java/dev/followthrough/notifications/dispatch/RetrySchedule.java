package dev.followthrough.notifications.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery is tried again: at once, then 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and
 * 24 h after the try before, each with a jitter of a fifth. After the tenth try it has failed.
 */
final class RetrySchedule {

  static final List<Duration> DELAYS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private RetrySchedule() {}

  /**
   * @param triesMade how many tries have failed, 1 after the first
   * @param jitter a factor from 0.8 to 1.2
   * @return the pause before the next one, or empty when there is none
   */
  static Optional<Duration> pauseAfter(int triesMade, double jitter) {
    if (triesMade >= DELAYS.size()) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis((long) (DELAYS.get(triesMade).toMillis() * jitter)));
  }
}
