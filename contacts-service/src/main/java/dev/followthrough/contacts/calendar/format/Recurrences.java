package dev.followthrough.contacts.calendar.format;

import biweekly.component.VEvent;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When the occurrences of an event begin within a window (RFC 5545, 3.8.5): DTSTART, RRULE and
 * RDATE, without EXDATE and EXRULE. The library works out the rules. A rule without end costs what
 * its occurrences within the window cost, however long ago it began.
 */
final class Recurrences {

  static final int MOST = 2000;
  private static final int MOST_STEPS = 50_000;
  private static final TimeZone WALL_CLOCK = TimeZone.getTimeZone("UTC");

  private final VEvent event;
  private final LocalDateTime start;
  private final Zone zone;
  private final ZonedDates dates;
  private final Window window;
  private final Budget budget;

  Recurrences(
      VEvent event,
      LocalDateTime start,
      Zone zone,
      ZonedDates dates,
      Window window,
      Budget budget) {
    this.event = event;
    this.start = start;
    this.zone = zone;
    this.dates = dates;
    this.window = window;
    this.budget = budget;
  }

  static boolean isSeries(VEvent event) {
    return event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty();
  }

  /**
   * From the instant at which an occurrence begins to how long it lasts.
   *
   * @throws Budget.Spent when it occurs too often, or takes too long to work out
   */
  SortedMap<Instant, Duration> starts(Duration lasting) throws Budget.Spent, ZonedDates.Unknown {
    var starts = new TreeMap<Instant, Duration>();
    add(zone.at(start), lasting, starts);
    for (var rule : event.getProperties(RecurrenceRule.class)) {
      for (var instant : within(rule)) {
        add(instant, lasting, starts);
      }
    }
    for (var given : event.getRecurrenceDates()) {
      for (var date : given.getDates()) {
        if (date.hasTime()) {
          add(dates.instant(given, date), lasting, starts);
        }
      }
      for (var period : given.getPeriods()) {
        var at = dates.instant(given, period.getStartDate());
        var lasts =
            period.getDuration() == null
                ? Duration.between(at, dates.instant(given, period.getEndDate()))
                : Duration.ofMillis(period.getDuration().toMillis());
        add(at, lasts, starts);
      }
    }
    without(starts);
    return starts;
  }

  private void add(Instant at, Duration lasting, SortedMap<Instant, Duration> starts) {
    if (window.holds(at)) {
      starts.put(at, lasting);
    }
  }

  private void without(SortedMap<Instant, Duration> starts)
      throws Budget.Spent, ZonedDates.Unknown {
    if (starts.isEmpty()) {
      return;
    }
    Set<LocalDate> days = new HashSet<>();
    for (var given : event.getExceptionDates()) {
      for (ICalDate date : given.getValues()) {
        if (date.hasTime()) {
          starts.remove(dates.instant(given, date));
        } else {
          days.add(Dates.local(date).toLocalDate());
        }
      }
    }
    starts.keySet().removeIf(at -> days.contains(zone.local(at).toLocalDate()));
    for (var rule : event.getProperties(ExceptionRule.class)) {
      starts.keySet().removeAll(within(rule));
    }
  }

  /** Whatever the library throws at a rule is about the rule. */
  private Set<Instant> within(RecurrenceProperty property) throws Budget.Spent {
    try {
      return within(property.getValue());
    } catch (RuntimeException | AssertionError e) {
      throw new DateTimeException("a rule that cannot be worked out", e);
    }
  }

  private Set<Instant> within(Recurrence rule) throws Budget.Spent {
    if (rule.getFrequency() == Frequency.SECONDLY) {
      throw new Budget.Spent();
    }
    var first = zone.local(window.from()).minusDays(1);
    var last = last(rule);
    var each =
        new Recurrence.Builder(rule)
            .until((ICalDate) null)
            .build()
            .getDateIterator(Dates.asUtc(near(first, rule)), WALL_CLOCK);
    var found = new TreeSet<Instant>();
    budget.spend();
    for (int steps = 0; each.hasNext(); steps++) {
      budget.spend();
      var local = Dates.fromUtc(each.next());
      if (local.isAfter(last)) {
        break;
      }
      if (!local.isBefore(first)) {
        found.add(zone.at(local));
      }
      if (steps > MOST_STEPS || found.size() > MOST) {
        throw new Budget.Spent();
      }
    }
    return found;
  }

  private LocalDateTime last(Recurrence rule) {
    var last = zone.local(window.to()).plusDays(1);
    return Dates.until(rule, zone).filter(until -> until.isBefore(last)).orElse(last);
  }

  /**
   * Where a rule that does not count may be taken up instead of at its beginning: whole periods
   * later, before the window.
   */
  private LocalDateTime near(LocalDateTime first, Recurrence rule) {
    var period = period(rule);
    if (rule.getCount() != null || period.isZero() || !start.isBefore(first)) {
      return start;
    }
    long periods = Duration.between(start, first).dividedBy(period);
    return start.plus(period.multipliedBy(periods));
  }

  private static Duration period(Recurrence rule) {
    long interval = rule.getInterval() == null ? 1 : Math.max(1, rule.getInterval());
    return switch (rule.getFrequency()) {
      case MINUTELY -> Duration.ofMinutes(interval);
      case HOURLY -> Duration.ofHours(interval);
      case DAILY -> Duration.ofDays(interval);
      case WEEKLY -> Duration.ofDays(7 * interval);
      case SECONDLY, MONTHLY, YEARLY -> Duration.ZERO;
    };
  }
}
