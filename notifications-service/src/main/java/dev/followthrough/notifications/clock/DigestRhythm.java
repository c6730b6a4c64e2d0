package dev.followthrough.notifications.clock;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import dev.followthrough.events.Digest;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.Weekday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which days the owner wants a digest (the product's text, D4): on each, on one day of the week,
 * or on none. Who has said nothing wants one each day, as their profile shows it.
 *
 * @param weeklyOn the day of a weekly one
 */
public record DigestRhythm(Digest digest, Weekday weeklyOn) {

  static final DigestRhythm USUAL = new DigestRhythm(Digest.DAILY, Weekday.MONDAY);

  static DigestRhythm of(OwnerRhythm told) {
    return told == null ? USUAL : new DigestRhythm(told.digest(), told.digestOn());
  }

  /**
   * Which digest is for that day; empty for none. A weekly one whose day went by without any, for
   * an outage, is made up for on the next day that has a list.
   *
   * @param told the last day that had one; null for none so far
   */
  public Optional<Digest> on(LocalDate day, LocalDate told) {
    return switch (digest) {
      case DAILY -> Optional.of(Digest.DAILY);
      case WEEKLY ->
          Optional.of(Digest.WEEKLY)
              .filter(
                  _ -> {
                    var due = day.with(previousOrSame(DayOfWeek.valueOf(weeklyOn.name())));
                    return due.equals(day) || told != null && told.isBefore(due);
                  });
      case NONE -> Optional.empty();
    };
  }
}
