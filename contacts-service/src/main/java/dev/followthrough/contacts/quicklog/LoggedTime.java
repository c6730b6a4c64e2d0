package dev.followthrough.contacts.quicklog;

import dev.followthrough.contacts.quicklog.Reading.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When something happened of which a quick log does not say all. A day alone means noon of it in
 * the owner's zone, today now. A meeting lasts an hour unless its end is said; where only its
 * beginning is, it goes on no longer than until now if it has begun. One of which nothing is said
 * ends now.
 */
record LoggedTime(Instant startsAt, Instant endsAt) {

  static final Duration LENGTH = Duration.ofHours(1);

  /**
   * @param at what was said, or null
   * @param day the day that was named, or null
   */
  static LoggedTime ofMeeting(Instant at, Instant endsAt, Day day, ZoneId zone, Instant now) {
    if (endsAt != null) {
      return new LoggedTime(at == null ? endsAt.minus(LENGTH) : at, endsAt);
    }
    if (at == null && (day == null || day == Day.TODAY)) {
      return new LoggedTime(now.minus(LENGTH), now);
    }
    var start = at == null ? noon(day, zone, now) : at;
    var end = start.plus(LENGTH);
    return new LoggedTime(start, start.isBefore(now) && end.isAfter(now) ? now : end);
  }

  /** Null for now. */
  static Instant ofTouch(Instant at, Day day, ZoneId zone, Instant now) {
    if (at != null || day == null || day == Day.TODAY) {
      return at;
    }
    return noon(day, zone, now);
  }

  private static Instant noon(Day day, ZoneId zone, Instant now) {
    return now.atZone(zone)
        .toLocalDate()
        .plusDays(day.away)
        .atTime(LocalTime.NOON)
        .atZone(zone)
        .toInstant();
  }
}
