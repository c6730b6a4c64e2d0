package dev.followthrough.commitments.daylist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the owner's list of a day goes out: at the hour of their rhythm where they live. On a day on
 * which the clocks skip that hour, after it; when it comes twice, the first time.
 */
record DayRule(ZoneId zone, LocalTime hour) {

  Instant startOf(LocalDate day) {
    return day.atTime(hour).atZone(zone).toInstant();
  }

  /** The newest day whose hour has come by then. */
  LocalDate newest(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return startOf(today).isAfter(now) ? today.minusDays(1) : today;
  }

  /**
   * When the next list goes out: at once if the newest day has had none, else at the hour of the
   * first day that has none and lies ahead. So no day has two, in whatever zone the owner is then.
   *
   * @param compiledOn the last day that had one
   */
  Instant next(LocalDate compiledOn, Instant now) {
    var newest = newest(now);
    return compiledOn.isBefore(newest) ? now : startOf(compiledOn.plusDays(1));
  }
}
