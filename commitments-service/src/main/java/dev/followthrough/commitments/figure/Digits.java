package dev.followthrough.commitments.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Figures as they are shown: to two decimals, halves up. Rules compare what is not rounded. */
public final class Digits {

  private static final int SHOWN = 2;

  private Digits() {}

  public static double shown(double figure) {
    // no negative zero
    return BigDecimal.valueOf(figure).setScale(SHOWN, RoundingMode.HALF_UP).doubleValue() + 0.0;
  }

  /** The same, or null for one that is absent. */
  public static Double shown(OptionalDouble figure) {
    return figure.isPresent() ? shown(figure.getAsDouble()) : null;
  }
}
