package dev.followthrough.contacts.standing;

import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReciprocity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a reciprocity becomes while nothing more is given or received: both sides fade by half in
 * 365 days, and (received − given) / (received + given + 2) goes with them towards zero. So who
 * owed may come to be even, and nobody comes to owe.
 *
 * <p>Source: product.md C4.
 */
public final class Fading {

  private static final double HALF_LIFE_DAYS = 365;
  private static final double PSEUDO_UNITS = 2;
  private static final double OWES = 0.1;

  private Fading() {}

  /** Who owes whom on a day of the owner's zone; empty when nothing was told of it. */
  public static Optional<ReciprocityBalance> balance(
      StandingChanged told, ZoneId zone, LocalDate today) {
    var toldOn = told.asOf().atZone(zone).toLocalDate();
    return Optional.ofNullable(told.reciprocity())
        .map(value -> after(value, daysBetween(toldOn, today)).balance());
  }

  /** None where it was told for a later day. */
  public static long daysBetween(LocalDate toldOn, LocalDate today) {
    return Math.max(0, today.toEpochDay() - toldOn.toEpochDay());
  }

  /**
   * @param told points as they were told
   * @param days since then
   * @return the same of that day, not rounded
   */
  public static StandingReciprocity after(StandingReciprocity told, long days) {
    var left = Math.pow(2, -days / HALF_LIFE_DAYS);
    var given = told.given() * left;
    var received = told.received() * left;
    var value = (received - given) / (received + given + PSEUDO_UNITS);
    var balance = Math.abs(value) > OWES ? told.balance() : ReciprocityBalance.EVEN;
    return new StandingReciprocity(value, given, received, balance);
  }
}
