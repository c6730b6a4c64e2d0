package dev.followthrough.notifications.clock;

import dev.followthrough.notifications.clock.QuietHours.LocalTimes;
import dev.followthrough.notifications.clock.QuietHours.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/**
 * The clock that an owner lives by.
 *
 * @param quiet null for no quiet hours
 */
public record OwnerClock(ZoneId zone, QuietHours quiet) {

  private static final ZoneId UTC = ZoneId.of("UTC");

  /** The stretch of quiet hours around an instant; empty when the owner may be spoken to. */
  public Optional<Stretch> quietAround(Instant at) {
    return quiet == null ? Optional.empty() : quiet.around(at, zone);
  }

  /**
   * When it is that time on that day: where the clocks leave it out, when they jump; where they
   * show it twice, the first time.
   */
  public Instant at(LocalDate day, LocalTime time) {
    return LocalTimes.first(day.atTime(time), zone);
  }

  /** The day that an instant falls on. */
  public LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** What the clock shows, with its offset. */
  public String show(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
  }

  /** The version of the time zone database that this process reckons with, such as 2026a. */
  public static String rules() {
    return ZoneRulesProvider.getVersions(UTC.getId()).lastEntry().getKey();
  }
}
