package dev.followthrough.notifications.subscription;

import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import dev.followthrough.notifications.diary.Appointment;
import dev.followthrough.notifications.diary.DiaryKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

/**
 * Writes a feed as iCalendar (RFC 5545, RFC 7986): every entry is a VEVENT, because calendars
 * ignore VTODO in what they subscribe to. Times are in UTC, which each calendar shows in its own
 * zone; days are dates. The same entries give the same text.
 */
final class FeedText {

  private static final String PRODUCT = "-//Followthrough//Calendar feed//EN";
  private static final String REFRESH = "PT1H";

  /** Hours before a deadline at which calendars are to remind. */
  private static final List<Integer> ALARMS = List.of(24, 2);

  private FeedText() {}

  static String of(String name, List<Appointment> appointments) {
    var calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setName(name);
    // RFC 7986, 5.7, wants the type said, which the library leaves out as the usual one
    calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, REFRESH);
    calendar.addExperimentalProperty("X-WR-CALNAME", escaped(name));
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH);
    appointments.forEach(one -> calendar.addEvent(event(one)));
    if (appointments.isEmpty()) {
      calendar.addComponent(utc()); // RFC 5545, 3.6: a calendar holds something
    }
    return calendar.write();
  }

  private static VTimezone utc() {
    var standard = new StandardTime();
    standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
    standard.setTimezoneOffsetFrom(new UtcOffset(0));
    standard.setTimezoneOffsetTo(new UtcOffset(0));
    var zone = new VTimezone("Etc/UTC");
    zone.addStandardTime(standard);
    return zone;
  }

  private static VEvent event(Appointment one) {
    var event = new VEvent();
    event.setUid(one.uid());
    event.setDateTimeStamp(Date.from(one.changedAt()));
    event.setCreated(Date.from(one.createdAt()));
    event.setLastModified(Date.from(one.changedAt()));
    event.setSequence(one.sequence());
    if (one.day() == null) {
      event.setDateStart(new DateStart(time(one.startsAt())));
      event.setDateEnd(new DateEnd(time(one.endsAt())));
    } else {
      event.setDateStart(new DateStart(day(one.day())));
      event.setDateEnd(new DateEnd(day(one.day().plusDays(1))));
    }
    if (one.occurrence() != null) {
      event.setRecurrenceId(
          new RecurrenceId(time(one.occurrence().truncatedTo(ChronoUnit.SECONDS))));
    }
    event.setSummary(one.summary());
    if (one.description() != null) {
      event.setDescription(one.description());
    }
    if (one.place() != null) {
      event.setLocation(one.place());
    }
    if (one.link() != null) {
      event.setUrl(one.link());
    }
    event.setStatus(one.cancelled() ? Status.cancelled() : Status.confirmed());
    var busy = one.kind() == DiaryKind.MEETING && !one.cancelled();
    event.setTransparency(busy ? Transparency.opaque() : Transparency.transparent());
    if (one.kind() == DiaryKind.DEADLINE && !one.cancelled()) {
      ALARMS.forEach(hours -> event.addAlarm(alarm(hours, one.summary())));
    }
    return event;
  }

  private static VAlarm alarm(int hoursBefore, String words) {
    var before = Duration.builder().prior(true).hours(hoursBefore).build();
    return VAlarm.display(new Trigger(before, Related.START), words);
  }

  private static ICalDate time(Instant at) {
    return new ICalDate(Date.from(at), true);
  }

  private static ICalDate day(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  /** A property that the library does not know is written as it is given: RFC 5545, 3.3.11. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }
}
