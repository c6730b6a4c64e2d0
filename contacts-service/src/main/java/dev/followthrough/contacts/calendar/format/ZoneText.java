package dev.followthrough.contacts.calendar.format;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.ICalTimeZone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The VTIMEZONE of a zone: the one that it came with, else each change of its offset that matters
 * between two instants, as the JDK knows it.
 */
final class ZoneText {

  private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  private ZoneText() {}

  static TimezoneAssignment of(Zone zone, Instant first, Instant last) {
    if (zone.definition() != null) {
      var component = ZoneDefinitions.parse(zone.definition()).orElseThrow();
      return new TimezoneAssignment(new ICalTimeZone(component), component);
    }
    var id = ZoneId.of(zone.id());
    var component = new VTimezone(zone.id());
    var rules = zone.rules();
    var change = rules.previousTransition(first.plusSeconds(1));
    if (change == null) {
      add(component, id, first, EVER, rules.getOffset(first), rules.getOffset(first));
      change = rules.nextTransition(first);
    }
    while (change != null && !change.getInstant().isAfter(last)) {
      add(
          component,
          id,
          change.getInstant(),
          change.getDateTimeBefore(),
          change.getOffsetBefore(),
          change.getOffsetAfter());
      change = rules.nextTransition(change.getInstant());
    }
    return new TimezoneAssignment(TimeZone.getTimeZone(id), component);
  }

  private static void add(
      VTimezone component,
      ZoneId zone,
      Instant at,
      LocalDateTime local,
      ZoneOffset before,
      ZoneOffset after) {
    if (zone.getRules().isDaylightSavings(at)) {
      component.addDaylightSavingsTime(
          observance(new DaylightSavingsTime(), zone, at, local, before, after));
    } else {
      component.addStandardTime(observance(new StandardTime(), zone, at, local, before, after));
    }
  }

  private static <O extends Observance> O observance(
      O observance,
      ZoneId zone,
      Instant at,
      LocalDateTime local,
      ZoneOffset before,
      ZoneOffset after) {
    observance.setDateStart(
        new DateTimeComponents(
            local.getYear(),
            local.getMonthValue(),
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1000L));
    observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1000L));
    observance.addTimezoneName(NAME.format(at.atZone(zone)));
    return observance;
  }
}
