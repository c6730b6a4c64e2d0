package dev.followthrough.notifications.dispatch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The header {@code Retry-After} of a 429 or 503: seconds or a date. It is respected up to an hour,
 * for the delivery and for all others to that endpoint; what cannot be read is ignored.
 */
final class RetryAfter {

  static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  static Optional<Instant> read(int status, Optional<String> header, Instant now) {
    if (status != 429 && status != 503) {
      return Optional.empty();
    }
    return header.flatMap(value -> parse(value.strip(), now)).map(at -> bounded(at, now));
  }

  private static Optional<Instant> parse(String value, Instant now) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant bounded(Instant at, Instant now) {
    var latest = now.plus(LONGEST);
    return at.isAfter(latest) ? latest : at;
  }
}
