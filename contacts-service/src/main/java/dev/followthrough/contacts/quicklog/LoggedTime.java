package dev.followthrough.contacts.quicklog;

import dev.followthrough.contacts.quicklog.Reading.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When something happened of which a quick log does not say all. A meal or a time of day means when
 * it usually begins in the owner's zone, today unless another day is named; a day alone means noon
 * of it, today now. A meeting lasts an hour unless its end is said; where only its beginning is, it
 * goes on no longer than until now if it has begun. One of which nothing is said ends now.
 */
record LoggedTime(Instant startsAt, Instant endsAt) {

  static final Duration LENGTH = Duration.ofHours(1);

  /**
   * @param at what was said, or null
   * @param day the day that was named, or null
   * @param part the part of the day that was named, or null
   */
  static LoggedTime ofMeeting(
      Instant at, Instant endsAt, Day day, DayPart part, ZoneId zone, Instant now) {
    if (endsAt != null) {
      return new LoggedTime(at == null ? endsAt.minus(LENGTH) : at, endsAt);
    }
    var isToday = day == null || day == Day.TODAY;
    if (at == null && part == null && isToday) {
      return new LoggedTime(now.minus(LENGTH), now);
    }
    var start = at == null ? begin(day, part, zone, now) : at;
    var end = start.plus(LENGTH);
    return new LoggedTime(start, start.isBefore(now) && end.isAfter(now) ? now : end);
  }

  /** Null for now, which also a time of today means that has not come. */
  static Instant ofTouch(Instant at, Day day, DayPart part, ZoneId zone, Instant now) {
    if (at != null) {
      return at;
    }
    if (day == null || day == Day.TODAY) {
      var begin = part == null ? now : begin(day, part, zone, now);
      return begin.isBefore(now) ? begin : null;
    }
    return begin(day, part, zone, now);
  }

  private static Instant begin(Day day, DayPart part, ZoneId zone, Instant now) {
    return now.atZone(zone)
        .toLocalDate()
        .plusDays(day == null ? 0 : day.away)
        .atTime(part == null ? LocalTime.NOON : part.begins)
        .atZone(zone)
        .toInstant();
  }
}
