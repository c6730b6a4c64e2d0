package dev.followthrough.contacts.calendar.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The content lines of a file (RFC 5545, 3.1), unfolded, cut into its calendars, and each of those
 * into its own properties, its VEVENTs and its VTIMEZONEs. The library reads whatever it can; here
 * a file that is broken is refused, with the line. What else there may be (alarms, tasks) is left
 * out.
 */
final class ContentLines {

  static final int LONGEST = 100_000;
  private static final int DEEPEST = 5;

  /** A component as text that the library reads. */
  record Part(String text) {}

  record CalendarText(String method, List<Part> events, List<Part> zones) {}

  private record Line(int number, String text) {}

  private final List<CalendarText> calendars = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private CalendarText calendar;
  private StringBuilder part;

  private ContentLines() {}

  /**
   * @throws BrokenCalendar when a line is no content line, or the components do not nest
   */
  static List<CalendarText> read(String text) throws BrokenCalendar {
    var reading = new ContentLines();
    var lines = unfolded(text);
    for (var line : lines) {
      reading.take(line);
    }
    if (!reading.open.isEmpty()) {
      throw new BrokenCalendar(
          lines.getLast().number(), "END:%s is missing".formatted(reading.open.peek()));
    }
    if (reading.calendars.isEmpty()) {
      throw new BrokenCalendar(1, "there is no BEGIN:VCALENDAR");
    }
    return reading.calendars;
  }

  private static List<Line> unfolded(String text) throws BrokenCalendar {
    var lines = new ArrayList<Line>();
    StringBuilder current = null;
    int begun = 0;
    int number = 0;
    for (var raw : text.split("\r\n|\n|\r", -1)) {
      number++;
      if (current != null && !raw.isEmpty() && (raw.charAt(0) == ' ' || raw.charAt(0) == '\t')) {
        current.append(raw, 1, raw.length());
      } else {
        if (current != null) {
          lines.add(new Line(begun, current.toString()));
        }
        current = new StringBuilder(raw);
        begun = number;
      }
      if (current.length() > LONGEST) {
        throw new BrokenCalendar(
            begun, "a content line may have %d characters at most".formatted(LONGEST));
      }
    }
    lines.add(new Line(begun, current.toString()));
    lines.removeIf(line -> line.text().isBlank());
    return lines;
  }

  private void take(Line line) throws BrokenCalendar {
    int colon = colon(line);
    var name = line.text().substring(0, nameEnd(line.text())).toUpperCase(Locale.ROOT);
    var value = line.text().substring(colon + 1).strip();
    switch (name) {
      case "BEGIN" -> begin(line, value.toUpperCase(Locale.ROOT));
      case "END" -> end(line, value.toUpperCase(Locale.ROOT));
      default -> property(line, name, value);
    }
  }

  private void begin(Line line, String component) throws BrokenCalendar {
    if (open.isEmpty() != component.equals("VCALENDAR")) {
      throw new BrokenCalendar(line.number(), "a calendar begins with BEGIN:VCALENDAR, once");
    }
    if (component.isEmpty() || open.size() == DEEPEST) {
      throw new BrokenCalendar(line.number(), "components are nested too deeply, or have no name");
    }
    open.push(component);
    if (open.size() == 1) {
      calendar = new CalendarText("", new ArrayList<>(), new ArrayList<>());
    } else if (open.size() == 2) {
      part = new StringBuilder();
    }
    if (isKept(component)) {
      part.append(line.text()).append("\r\n");
    }
  }

  private void end(Line line, String component) throws BrokenCalendar {
    if (!component.equals(open.peek())) {
      throw new BrokenCalendar(
          line.number(), "END:%s ends nothing that is open here".formatted(shown(component)));
    }
    if (isKept(component)) {
      part.append(line.text()).append("\r\n");
    }
    open.pop();
    if (open.size() == 1 && component.equals("VEVENT")) {
      calendar.events().add(new Part(part.toString()));
    } else if (open.size() == 1 && component.equals("VTIMEZONE")) {
      calendar.zones().add(new Part(part.toString()));
    } else if (open.isEmpty()) {
      calendars.add(calendar);
    }
  }

  private void property(Line line, String name, String value) throws BrokenCalendar {
    if (open.isEmpty()) {
      throw new BrokenCalendar(line.number(), "a calendar begins with BEGIN:VCALENDAR");
    }
    if (open.size() == 1) {
      if (name.equals("VERSION") && !value.equals("2.0")) {
        throw new BrokenCalendar(line.number(), "only version 2.0 of iCalendar is read");
      }
      if (name.equals("METHOD")) {
        calendar =
            new CalendarText(value.toUpperCase(Locale.ROOT), calendar.events(), calendar.zones());
      }
    } else if (isKept(open.peek())) {
      part.append(line.text()).append("\r\n");
    }
  }

  /** An event without what is nested in it; a zone with its two kinds of observances. */
  private boolean isKept(String component) {
    return switch (open.size()) {
      case 2 -> component.equals("VEVENT") || component.equals("VTIMEZONE");
      case 3 -> component.equals("STANDARD") || component.equals("DAYLIGHT");
      default -> false;
    };
  }

  private static int nameEnd(String text) {
    int end = 0;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the value begins: at the first colon outside quotes. */
  private static int colon(Line line) throws BrokenCalendar {
    var text = line.text();
    int at = nameEnd(text);
    boolean quoted = false;
    if (at > 0 && at < text.length() && (text.charAt(at) == ';' || text.charAt(at) == ':')) {
      for (; at < text.length(); at++) {
        if (text.charAt(at) == '"') {
          quoted = !quoted;
        } else if (text.charAt(at) == ':' && !quoted) {
          return at;
        }
      }
    }
    throw new BrokenCalendar(
        line.number(), "is no content line, NAME:value: %s".formatted(shown(text)));
  }

  private static boolean isNameCharacter(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-');
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
