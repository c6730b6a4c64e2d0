package dev.followthrough.commitments.reliability;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How good somebody's work is, or how well the two work together: the mean of the assessments, each
 * from 1 (unusable) over 3 (as agreed) to 5 (far beyond), faded like promises but not weighted by
 * what was promised. It is shrunk towards 3 by two pseudo-ratings, the Bayesian mean of few
 * ratings: (2·3 + Σ w·v) / (2 + Σ w) with w = 2<sup>−a/180</sup>, <em>a</em> in days.
 */
public final class Ratings {

  private static final double PRIOR = 3;
  private static final double PRIOR_WEIGHT = 2;

  /** One assessment. */
  public record Rating(int value, Instant givenAt) {}

  private Ratings() {}

  /**
   * @return between 1 and 5; absent without any assessment by then
   */
  public static OptionalDouble mean(Collection<Rating> ratings, Instant asOf) {
    var then = ratings.stream().filter(rating -> !rating.givenAt().isAfter(asOf)).toList();
    if (then.isEmpty()) {
      return OptionalDouble.empty();
    }
    double weight = then.stream().mapToDouble(one -> Fading.at(one.givenAt(), asOf)).sorted().sum();
    double sum =
        then.stream()
            .mapToDouble(one -> one.value() * Fading.at(one.givenAt(), asOf))
            .sorted()
            .sum();
    return OptionalDouble.of((PRIOR_WEIGHT * PRIOR + sum) / (PRIOR_WEIGHT + weight));
  }
}
