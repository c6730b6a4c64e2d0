package dev.followthrough.contacts.calendar.format;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceId;
import biweekly.property.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes entries as an iCalendar file: each with its times in its zone, and every zone with a
 * VTIMEZONE that holds for as long as the entries need it. The same entries give the same text.
 */
public final class CalendarText {

  private static final String PRODUCT = "-//Followthrough//Followthrough//EN";

  private static final Pattern ZONE =
      Pattern.compile("BEGIN:VTIMEZONE\r\n.*?END:VTIMEZONE\r\n", Pattern.DOTALL);

  private final ICalendar calendar = new ICalendar();
  private final Map<String, Zone> zones = new HashMap<>();
  private final Map<String, TimezoneAssignment> assignments = new HashMap<>();
  private final List<CalendarEntry> entries;

  private CalendarText(List<CalendarEntry> entries) {
    this.entries = entries;
  }

  public static String of(List<CalendarEntry> entries) {
    var text = new CalendarText(entries);
    text.calendar.setProductId(PRODUCT);
    entries.forEach(entry -> text.calendar.addEvent(text.event(entry)));
    return inOrder(text.calendar.write());
  }

  /** The library writes the zones in any order. */
  private static String inOrder(String text) {
    var zones = ZONE.matcher(text).results().map(MatchResult::group).sorted().toList().iterator();
    return ZONE.matcher(text).replaceAll(_ -> Matcher.quoteReplacement(zones.next()));
  }

  private VEvent event(CalendarEntry entry) {
    var event = new VEvent();
    event.setUid(entry.uid());
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setCreated(Date.from(entry.createdAt()));
    event.setLastModified(Date.from(entry.changedAt()));
    event.setSequence(entry.sequence());
    event.setDateStart(in(entry.zone(), new DateStart(date(entry.startsAt()))));
    event.setDateEnd(in(entry.zone(), new DateEnd(date(entry.endsAt()))));
    if (entry.recurrenceId() != null) {
      event.setRecurrenceId(in(entry.zone(), new RecurrenceId(date(entry.recurrenceId()))));
    }
    event.setSummary(entry.summary());
    if (entry.description() != null) {
      event.setDescription(entry.description());
    }
    if (entry.place() != null) {
      event.setLocation(entry.place());
    }
    if (entry.link() != null) {
      event.setUrl(entry.link());
    }
    event.setStatus(
        switch (entry.status()) {
          case CONFIRMED -> Status.confirmed();
          case TENTATIVE -> Status.tentative();
          case CANCELLED -> Status.cancelled();
        });
    return event;
  }

  /** Two zones of one name cannot both be in one file: the times of the second are in UTC. */
  private <P extends DateOrDateTimeProperty> P in(Zone zone, P property) {
    if (zone.isUtc() || !zones.computeIfAbsent(zone.id(), _ -> zone).isSameAs(zone)) {
      return property;
    }
    calendar
        .getTimezoneInfo()
        .setTimezone(property, assignments.computeIfAbsent(zone.id(), _ -> assignment(zone)));
    return property;
  }

  private TimezoneAssignment assignment(Zone zone) {
    var times =
        entries.stream()
            .filter(entry -> entry.zone().isSameAs(zone))
            .flatMap(
                entry ->
                    Stream.of(entry.startsAt(), entry.endsAt(), entry.recurrenceId())
                        .filter(at -> at != null))
            .sorted()
            .toList();
    return ZoneText.of(zone, times.getFirst(), times.getLast());
  }

  private static Date date(Instant at) {
    return Date.from(at.truncatedTo(ChronoUnit.SECONDS));
  }
}
