package dev.followthrough.commitments.value;

import dev.followthrough.events.ReciprocityBalance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Who gave more to whom: (received − given) / (received + given + 2), between −1 and 1, where each
 * value counts with its weight · 2^(−age/365 days). The two pseudo-units keep a first small favour
 * from being a debt for ever: one alone gives 1/3, and fades below 0.1 by itself. Above 0.1 the
 * owner owes, below −0.1 the contact does, between them it is even.
 *
 * <p>Source: product.md C4. Weights are points (small or simple 1, medium or complex 3, large 9);
 * ages are exact, not whole days.
 *
 * @param value not rounded, and so are the others; {@link #shown} rounds them
 * @param given by the owner to the contact, in points that have not faded
 * @param received by the owner from the contact
 */
public record Reciprocity(double value, double given, double received, ReciprocityBalance balance) {

  private static final double HALF_LIFE_MILLIS = Duration.ofDays(365).toMillis();
  private static final double PSEUDO_UNITS = 2;
  private static final double OWES = 0.1;

  /** What these values add up to at that instant; those after it do not count. */
  public static Reciprocity of(Collection<Value> values, Instant asOf) {
    return of(
        total(values, ValueDirection.GIVEN, asOf), total(values, ValueDirection.RECEIVED, asOf));
  }

  static Reciprocity of(double given, double received) {
    double value = (received - given) / (received + given + PSEUDO_UNITS);
    return new Reciprocity(value, given, received, balance(value));
  }

  /** The points that a value still counts at an instant; none before it. */
  public static double faded(Value value, Instant asOf) {
    if (value.at().isAfter(asOf)) {
      return 0;
    }
    double age = Duration.between(value.at(), asOf).toMillis();
    return value.weight() * Math.pow(2, -age / HALF_LIFE_MILLIS);
  }

  /** A figure as it is shown: to two decimals. */
  public static double shown(double figure) {
    return BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private static double total(Collection<Value> values, ValueDirection way, Instant asOf) {
    return values.stream()
        .filter(value -> value.direction() == way)
        .mapToDouble(value -> faded(value, asOf))
        .sorted() // the order in which they came to be known makes no difference
        .sum();
  }

  private static ReciprocityBalance balance(double value) {
    if (value > OWES) {
      return ReciprocityBalance.OWNER_OWES;
    }
    return value < -OWES ? ReciprocityBalance.CONTACT_OWES : ReciprocityBalance.EVEN;
  }
}
