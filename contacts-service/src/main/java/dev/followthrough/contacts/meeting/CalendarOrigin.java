package dev.followthrough.contacts.meeting;

import java.time.Instant;

/**
 * How the calendar file that brought a meeting names it.
 *
 * @param occurrence when it was to begin by the rule of its series; null where it is in none
 */
public record CalendarOrigin(String uid, Instant occurrence) {

  static final CalendarOrigin NONE = new CalendarOrigin(null, null);
}
