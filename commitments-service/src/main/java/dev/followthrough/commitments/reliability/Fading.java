package dev.followthrough.commitments.reliability;

import java.time.Duration;
import java.time.Instant;

/**
 * How evidence fades: what lies <em>a</em> days back weighs 2<sup>−a/h</sup>, with a half-life
 * <em>h</em> of 180 days. A day is 24 hours, and parts of days count. This is the forgetting of the
 * Beta reputation system (Jøsang and Ismail, 2002), by age instead of by the number of ratings, so
 * that the order in which evidence arrives does not matter.
 */
public final class Fading {

  static final double HALF_LIFE_DAYS = 180;

  private static final double DAY = Duration.ofDays(1).toMillis();

  private Fading() {}

  /**
   * @return above 0 and at most 1; what lies after {@code asOf} does not count as older than it
   */
  public static double at(Instant happened, Instant asOf) {
    double days = Math.max(0, Duration.between(happened, asOf).toMillis() / DAY);
    return Math.pow(2, -days / HALF_LIFE_DAYS);
  }
}
