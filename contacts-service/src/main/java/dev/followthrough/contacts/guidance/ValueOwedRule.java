package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.standing.Fading;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.StandingReciprocity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether the owner owes a contact value on a day: while reciprocity is above 0.1 and received −
 * given is 3 points or more, of what was told last and has faded since. Without new deeds both
 * fade, so from some day on it is owed no more.
 *
 * <p>Source: product.md A6 and C4. Ages are whole days of the owner's zone, as in all of guidance.
 */
final class ValueOwedRule {

  static final double LEAST_DIFFERENCE = 3;

  /**
   * What is owed on a day.
   *
   * @param until the first day on which it is not owed any more by fading alone
   */
  record OwedValue(StandingReciprocity now, LocalDate until) {

    double difference() {
      return now.received() - now.given();
    }
  }

  private ValueOwedRule() {}

  /**
   * @param told as of {@code toldOn}, or null
   */
  static Optional<OwedValue> owed(StandingReciprocity told, LocalDate toldOn, LocalDate today) {
    var days = Fading.daysBetween(toldOn, today);
    if (told == null || !holds(told, days)) {
      return Optional.empty();
    }
    return Optional.of(
        new OwedValue(Fading.after(told, days), today.plusDays(firstOver(told, days) - days)));
  }

  /** Once it does not hold it never does again: halving the days between finds the first. */
  private static long firstOver(StandingReciprocity told, long holding) {
    var over = holding + 1;
    while (holds(told, over)) {
      over = holding + 2 * (over - holding);
    }
    var held = holding;
    while (over - held > 1) {
      var between = (held + over) / 2;
      if (holds(told, between)) {
        held = between;
      } else {
        over = between;
      }
    }
    return over;
  }

  private static boolean holds(StandingReciprocity told, long days) {
    var then = Fading.after(told, days);
    return then.balance() == ReciprocityBalance.OWNER_OWES
        && then.received() - then.given() >= LEAST_DIFFERENCE;
  }
}
