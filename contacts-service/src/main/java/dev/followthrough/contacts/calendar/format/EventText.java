package dev.followthrough.contacts.calendar.format;

import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One VEVENT as the library reads it.
 *
 * @param readable whether all that says when it takes place could be read
 */
record EventText(
    VEvent event,
    ZonedDates.Definitions zones,
    TimezoneInfo assigned,
    String method,
    boolean readable) {

  private static final Set<String> TIMES =
      Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID");
  private static final Set<String> TELLING = Set.of("", "PUBLISH", "REQUEST", "CANCEL");
  private static final int LONGEST_UID = 600;

  static EventText read(ContentLines.Part part, ZonedDates.Definitions zones, String method) {
    var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n".formatted(part.text());
    try (var reader = new ICalReader(text)) {
      var calendar = reader.readNext();
      var event = calendar.getEvents().getFirst();
      return new EventText(
          event,
          zones,
          calendar.getTimezoneInfo(),
          method,
          isReadable(reader.getWarnings()) && RuleRanges.holdFor(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      // what the library cannot even say that it cannot read
      var nothing = new VEvent();
      nothing.removeProperties(Uid.class);
      return new EventText(nothing, zones, new TimezoneInfo(), method, false);
    }
  }

  private static boolean isReadable(List<ParseWarning> warnings) {
    return warnings.stream()
        .map(ParseWarning::getPropertyName)
        .noneMatch(name -> name != null && TIMES.contains(name.toUpperCase(Locale.ROOT)));
  }

  /** Empty when it has none that could be kept. */
  String uid() {
    Uid uid = event.getUid();
    var value = uid == null || uid.getValue() == null ? "" : uid.getValue().strip();
    return value.length() > LONGEST_UID ? "" : value;
  }

  boolean isTelling() {
    return TELLING.contains(method);
  }

  boolean isSeries() {
    return Recurrences.isSeries(event);
  }

  boolean isOverride() {
    return event.getRecurrenceId() != null;
  }

  boolean isAllDay() {
    return !event.getDateStart().getValue().hasTime();
  }

  Details details() {
    return Details.of(event, method.equals("CANCEL"));
  }

  ZonedDates dates(Zone floating) {
    return new ZonedDates(assigned, zones, floating);
  }
}
