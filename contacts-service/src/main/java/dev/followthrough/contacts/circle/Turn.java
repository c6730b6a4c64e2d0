package dev.followthrough.contacts.circle;

import dev.followthrough.events.Circle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * When it is a contact's turn to be written to. Due is the day of the last touch or held meeting,
 * else of the admission, plus the cadence in days; once a turn has been told and nothing came of
 * it, the day on which it was told plus the cadence. The turn comes when it is due and guidance
 * does not object. Days are those of the owner's zone, so that no clock change moves one.
 *
 * @param cadenceDays the contact's own or its circle's
 * @param quietSince the last touch or held meeting, else when the contact was added
 * @param hold until when guidance objects, or null when it does not
 * @param toldSince the silence for which a turn has been told, by its begin, or null for none
 * @param toldOn on which day
 */
public record Turn(
    UUID contactId,
    String name,
    Circle circle,
    int cadenceDays,
    Instant quietSince,
    Hold hold,
    Instant toldSince,
    LocalDate toldOn) {

  /** The day on which the turn of this silence was told; empty when it was not. */
  public Optional<LocalDate> told() {
    return quietSince.equals(toldSince) ? Optional.of(toldOn) : Optional.empty();
  }

  /** When a touch was first due after the last one, whatever has been told since. */
  public LocalDate firstDueOn(ZoneId zone) {
    return day(quietSince, zone).plusDays(cadenceDays);
  }

  /** A moment near that day. */
  public Instant firstDueAbout() {
    return quietSince.plus(Duration.ofDays(cadenceDays));
  }

  public LocalDate dueOn(ZoneId zone) {
    return told().map(day -> day.plusDays(cadenceDays)).orElseGet(() -> firstDueOn(zone));
  }

  /** The first day that is right for a touch. */
  public LocalDate comesOn(ZoneId zone) {
    var due = dueOn(zone);
    return hold == null || hold.until(zone).isBefore(due) ? due : hold.until(zone);
  }

  /** Whether guidance objects to a touch on that day, by what is known now. */
  public boolean isHeld(LocalDate on, ZoneId zone) {
    return hold != null && hold.until(zone).isAfter(on);
  }

  /** A moment by which turns can be sorted and sought: within a day and a half of that day. */
  public Instant about() {
    var due =
        told()
            .map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC))
            .orElse(quietSince)
            .plus(Duration.ofDays(cadenceDays));
    var held = hold == null ? due : hold.from().plus(Duration.ofDays(hold.days()));
    return held.isAfter(due) ? held : due;
  }

  public boolean isInner() {
    return circle == Circle.INNER;
  }

  public int daysSilent(LocalDate on, ZoneId zone) {
    return (int) Math.max(0, on.toEpochDay() - day(quietSince, zone).toEpochDay());
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }
}
