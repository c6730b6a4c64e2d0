package dev.followthrough.contacts.calendar.format;

/** A file that is no iCalendar file, and the line at which that shows. */
public final class BrokenCalendar extends Exception {

  private final int line;

  BrokenCalendar(int line, String detail) {
    super(detail, null, false, false);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
