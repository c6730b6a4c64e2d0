package dev.followthrough.contacts.calendar.format;

import java.time.Instant;

/** The time within which occurrences begin: from its first instant, up to its last without it. */
public record Window(Instant from, Instant to) {

  public boolean holds(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }
}
