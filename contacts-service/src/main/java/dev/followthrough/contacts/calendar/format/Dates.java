package dev.followthrough.contacts.calendar.format;

import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

/**
 * Between the library's dates and the JDK's. Recurrences are worked out on wall clocks: a local
 * time is given to the library as if it were UTC, so that no clock change is in its way.
 */
final class Dates {

  private Dates() {}

  /**
   * What stands in the file, whatever zone it is in.
   *
   * @throws DateTimeException when there is no such date or time
   */
  static LocalDateTime local(ICalDate date) {
    var raw = date.getRawComponents();
    if (raw == null) {
      return fromUtc(date);
    }
    var time =
        raw.hasTime()
            ? LocalTime.of(raw.getHour(), raw.getMinute(), Math.min(raw.getSecond(), 59))
            : LocalTime.MIDNIGHT;
    return LocalDateTime.of(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()), time);
  }

  static boolean isUtc(ICalDate date) {
    return date.getRawComponents() == null || date.getRawComponents().isUtc();
  }

  static ICalDate asUtc(LocalDateTime local) {
    return new ICalDate(
        Date.from(local.toInstant(ZoneOffset.UTC)),
        new DateTimeComponents(
            local.getYear(),
            local.getMonthValue(),
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond(),
            true),
        true);
  }

  static LocalDateTime fromUtc(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  /** The last moment of a rule on the wall clock of its zone, if it says one. */
  static Optional<LocalDateTime> until(Recurrence rule, Zone zone) {
    return Optional.ofNullable(rule.getUntil())
        .map(
            until -> {
              var local = local(until);
              if (!until.hasTime()) {
                return local.toLocalDate().atTime(LocalTime.MAX);
              }
              return isUtc(until) ? zone.local(local.toInstant(ZoneOffset.UTC)) : local;
            });
  }
}
