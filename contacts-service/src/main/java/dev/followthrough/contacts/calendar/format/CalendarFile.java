package dev.followthrough.contacts.calendar.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** An iCalendar file: what it says under each UID, in the order of the file. */
public record CalendarFile(List<Series> series) {

  /** How many VEVENTs a file may have. */
  public static final int MOST_EVENTS = 5000;

  private static final Pattern ZONE_ID = Pattern.compile("(?im)^TZID(?:;[^:]*)?:(.*?)\\s*$");

  /**
   * @throws BrokenCalendar when it is no iCalendar file
   * @throws TooManyEvents when it has more than {@value #MOST_EVENTS}
   */
  public static CalendarFile read(String text) throws BrokenCalendar, TooManyEvents {
    var calendars = ContentLines.read(text);
    if (calendars.stream().mapToInt(one -> one.events().size()).sum() > MOST_EVENTS) {
      throw new TooManyEvents();
    }
    var byUid = new LinkedHashMap<String, Series>();
    var nameless = new ArrayList<Series>();
    for (var calendar : calendars) {
      var zones = new ZonedDates.Definitions();
      for (var zone : calendar.zones()) {
        var id = ZONE_ID.matcher(zone.text());
        if (id.find()) {
          zones.add(id.group(1).replaceAll("\\\\(.)", "$1"), zone.text());
        }
      }
      for (var part : calendar.events()) {
        var event = EventText.read(part, zones, calendar.method());
        if (event.uid().isEmpty()) {
          var alone = new Series("");
          alone.add(event);
          nameless.add(alone);
        } else {
          byUid.computeIfAbsent(event.uid(), Series::new).add(event);
        }
      }
    }
    var all = new ArrayList<>(byUid.values());
    all.addAll(nameless);
    return new CalendarFile(all);
  }

  /** More than a file may hold. */
  public static final class TooManyEvents extends Exception {
    TooManyEvents() {
      super(null, null, false, false);
    }
  }
}
