package dev.followthrough.commitments.reliability;

import dev.followthrough.events.ReliabilityState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Whether somebody keeps promises: the Beta reputation system (Jøsang and Ismail, "The Beta
 * Reputation System", 2002) with forgetting.
 *
 * <p>A promise of weight <em>k</em> (simple 1, complex 2) that closed <em>a</em> days ago adds
 * k·2<sup>−a/180</sup> to <em>r</em> if it was kept in time, and to <em>s</em> if it was missed or
 * late. The estimate is the mean (r+1)/(r+s+2) of Beta(r+1, s+1), the interval its 5% and 95%
 * quantiles; all three are shares between 0 and 1. Without any evidence, or once r+s has faded
 * below 0.25, nobody can speak of reliability, and no estimate is to be shown.
 *
 * @param r the faded weight of what was kept
 * @param s the faded weight of what was missed or late
 * @param kept how many were kept, however long ago
 * @param missed how many were missed or late, however long ago
 */
public record Reliability(double r, double s, int kept, int missed) {

  static final double ENOUGH = 0.25;

  private static final double TAIL = 0.05;

  /** From those of the outcomes that were there at {@code asOf}, in whichever order they come. */
  public static Reliability of(Collection<Outcome> outcomes, Instant asOf) {
    var then = outcomes.stream().filter(o -> !o.closedAt().isAfter(asOf)).toList();
    return new Reliability(
        weight(then, Outcome::kept, asOf),
        weight(then, o -> !o.kept(), asOf),
        (int) then.stream().filter(Outcome::kept).count(),
        (int) then.stream().filter(o -> !o.kept()).count());
  }

  public ReliabilityState state() {
    if (kept + missed == 0) {
      return ReliabilityState.UNTESTED;
    }
    return weight() < ENOUGH ? ReliabilityState.UNTESTED_LATELY : ReliabilityState.TESTED;
  }

  /** Whether the estimate and its interval may be shown. */
  public boolean isTested() {
    return state() == ReliabilityState.TESTED;
  }

  /** r + s, the evidence that has not faded. */
  public double weight() {
    return r + s;
  }

  public double estimate() {
    return (r + 1) / (r + s + 2);
  }

  /** The lower end of the 90% interval. */
  public double lower() {
    return beta().inverseCumulativeProbability(TAIL);
  }

  /** The upper end of the 90% interval. */
  public double upper() {
    return beta().inverseSurvivalProbability(TAIL);
  }

  private BetaDistribution beta() {
    return BetaDistribution.of(r + 1, s + 1);
  }

  /** Summed from the smallest: the order of arrival must not show in the last digit. */
  private static double weight(List<Outcome> outcomes, Predicate<Outcome> which, Instant asOf) {
    return outcomes.stream()
        .filter(which)
        .mapToDouble(o -> o.weight() * Fading.at(o.closedAt(), asOf))
        .sorted()
        .sum();
  }
}
