package dev.followthrough.sdk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try, and the waiting. */
@FunctionalInterface
interface Pause {

  Duration LONGEST = Duration.ofSeconds(60);

  void await(Duration time);

  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the next try", interrupted);
    }
  }

  /** Half a second, twice as long each time, up to 8 seconds, and between half and all of it. */
  static Duration backOff(int tried) {
    long longest = Math.min(8_000, 500L << Math.min(tried, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  /** What {@code Retry-After} asks for, 60 seconds at most; empty when it cannot be read. */
  static Optional<Duration> asked(String retryAfter) {
    try {
      var asked =
          retryAfter.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
      if (asked.isNegative()) {
        return Optional.of(Duration.ZERO);
      }
      return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
