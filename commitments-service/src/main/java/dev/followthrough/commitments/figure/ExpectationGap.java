package dev.followthrough.commitments.figure;

import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.events.GapVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How much more is expected of somebody than they have shown: the seed of the whole product. The
 * formula is the product's own.
 *
 * <p>Rapport biases: bias = ((1 − e<sup>−n/5</sup>) + (1 − e<sup>−k/3</sup>)) / 2, with <em>n</em>
 * touches that ask nothing and held meetings in 365 days, and <em>k</em> shared interests. It grows
 * into an expectation while nothing is proved: expectation = bias · (1 − e<sup>−w/8</sup>), with
 * <em>w</em> weeks since the first touch or meeting, or since the contact last kept a promise,
 * whichever is later. Ability is what was proved: the lower end of the reliability interval ·
 * min(1, m/3), with <em>m</em> the mean of those of quality and collaboration that exist; without
 * any the factor is 1. The gap is expectation − ability: expectation and ability lie between 0 and
 * 1.
 *
 * @param bias between 0 and 1
 * @param verdict absent below a gap of 0.2, of which nothing is said
 */
public record ExpectationGap(
    double bias, double expectation, double ability, Optional<GapVerdict> verdict) {

  static final double WORTH_A_WORD = 0.2;
  static final double GOOD_ESTIMATE = 0.6;
  static final double GOOD_WORK = 2.5;

  private static final double TOUCHES = 5;
  private static final double INTERESTS = 3;
  private static final double WEEKS = 8;
  private static final double AS_AGREED = 3;
  private static final double WEEK = Duration.ofDays(7).toMillis();

  /**
   * How near the two are.
   *
   * @param touches in the last 365 days: touches that ask nothing, both ways, and held meetings
   * @param sharedInterests how many
   * @param since when they first touched or met; absent when they have not
   * @param lastKept when the contact last kept a promise
   */
  public record Rapport(
      int touches, int sharedInterests, Optional<Instant> since, Optional<Instant> lastKept) {

    private double weeks(Instant asOf) {
      return Stream.of(since, lastKept)
          .flatMap(Optional::stream)
          .filter(at -> !at.isAfter(asOf))
          .max(Instant::compareTo)
          .map(at -> Duration.between(at, asOf).toMillis() / WEEK)
          .orElse(0.0);
    }
  }

  public static ExpectationGap of(
      Rapport rapport,
      Reliability reliability,
      OptionalDouble quality,
      OptionalDouble collaboration,
      Instant asOf) {
    double bias =
        (grown(rapport.touches() / TOUCHES) + grown(rapport.sharedInterests() / INTERESTS)) / 2;
    double expectation = bias * grown(rapport.weeks(asOf) / WEEKS);
    var work =
        Stream.of(quality, collaboration)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average();
    double ability = reliability.lower() * Math.min(1, work.orElse(AS_AGREED) / AS_AGREED);
    var verdict =
        expectation - ability < WORTH_A_WORD
            ? Optional.<GapVerdict>empty()
            : Optional.of(verdict(reliability, work));
    return new ExpectationGap(bias, expectation, ability, verdict);
  }

  public double gap() {
    return expectation - ability;
  }

  private static GapVerdict verdict(Reliability reliability, OptionalDouble work) {
    return switch (reliability.state()) {
      case UNTESTED, UNTESTED_LATELY -> GapVerdict.LIKED_NOT_PROVEN;
      case TESTED ->
          reliability.estimate() >= GOOD_ESTIMATE && work.orElse(AS_AGREED) >= GOOD_WORK
              ? GapVerdict.PROVEN_NOT_LATELY
              : GapVerdict.CONNECTED_NOT_RESPECTED;
    };
  }

  private static double grown(double x) {
    return 1 - Math.exp(-x);
  }
}
