package dev.followthrough.contacts.circle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * That guidance objects to a touch for so many days after the day of that moment: what passes by
 * itself, and begins with something that has happened.
 */
public record Hold(Instant from, int days) {

  /** The first day, in that zone, on which it holds no more. */
  public LocalDate until(ZoneId zone) {
    return from.atZone(zone).toLocalDate().plusDays(days);
  }
}
