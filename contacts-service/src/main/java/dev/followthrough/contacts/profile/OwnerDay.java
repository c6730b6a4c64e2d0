package dev.followthrough.contacts.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The owner's day: where they live, at which hour it starts for them, and how many touches they
 * want on it. It is said as an event, within the transaction, when it becomes another one.
 *
 * @param startsAt when the digest comes; on the day a clock change skips that hour, after it, and
 *     when it comes twice, the first time
 */
public record OwnerDay(ZoneId zone, LocalTime startsAt, int touchesPerDay) {

  static OwnerDay of(ProfileFields fields) {
    var rhythm = Rhythm.of(fields.rhythm());
    return new OwnerDay(fields.timeZone(), rhythm.digestAt(), rhythm.touchesPerDay());
  }

  public LocalDate dateOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  public Instant startOf(LocalDate date) {
    return date.atTime(startsAt).atZone(zone).toInstant();
  }
}
