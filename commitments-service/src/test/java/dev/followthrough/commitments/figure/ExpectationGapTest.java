package dev.followthrough.commitments.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.followthrough.commitments.figure.ExpectationGap.Rapport;
import dev.followthrough.commitments.reliability.Outcome;
import dev.followthrough.commitments.reliability.Ratings;
import dev.followthrough.commitments.reliability.Ratings.Rating;
import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.GapVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** C6: what rapport makes one expect, against what was proved. */
class ExpectationGapTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");

  @Example
  void who_is_liked_and_untested_is_not_proven() {
    var gap = after(List.of(), List.of());
    shows(gap, .81, .05);
    assertThat(gap.verdict()).contains(GapVerdict.LIKED_NOT_PROVEN);
  }

  @Example
  void a_first_promise_missed_yesterday_does_not_clear_it() {
    var gap = after(List.of(outcome(false, days(1))), List.of());
    shows(gap, .81, .03);
    assertThat(gap.verdict()).contains(GapVerdict.CONNECTED_NOT_RESPECTED);
  }

  @Example
  void a_first_promise_kept_yesterday_leaves_nothing_to_say() {
    var gap = after(List.of(outcome(true, days(1))), List.of());
    shows(gap, .01, .22);
    assertThat(gap.verdict()).isEmpty();
  }

  @Example
  void who_keeps_promises_with_useless_work_is_connected_and_not_respected() {
    var once = outcome(true, days(70));
    var gap =
        after(Collections.nCopies(8, once), Collections.nCopies(8, new Rating(1, once.closedAt())));
    shows(gap, .60, .33);
    assertThat(gap.verdict()).contains(GapVerdict.CONNECTED_NOT_RESPECTED);
  }

  @Example
  void seven_of_eight_half_a_year_ago_and_silence_since_is_proven_not_lately() {
    var outcomes = new ArrayList<>(Collections.nCopies(7, outcome(true, days(26 * 7))));
    outcomes.add(outcome(false, days(26 * 7)));
    var gap = after(outcomes, List.of());
    shows(gap, .81, .44);
    assertThat(gap.verdict()).contains(GapVerdict.PROVEN_NOT_LATELY);
  }

  @Example
  void evidence_that_has_faded_is_liked_and_not_proven_again() {
    var gap = after(List.of(outcome(true, days(400))), List.of());
    assertThat(gap.verdict()).contains(GapVerdict.LIKED_NOT_PROVEN);
  }

  @Example
  void an_estimate_under_six_tenths_is_not_respected() {
    var gap = after(List.of(outcome(true, days(180)), outcome(false, days(180))), List.of());
    assertThat(gap.verdict()).contains(GapVerdict.CONNECTED_NOT_RESPECTED);
  }

  @Example
  void of_somebody_never_met_nothing_is_expected() {
    var never = new Rapport(0, 5, Optional.empty(), Optional.empty());
    var gap = ExpectationGap.of(never, untested(), none(), none(), NOW);
    assertThat(gap.expectation()).isZero();
    assertThat(gap.verdict()).isEmpty();
  }

  @Example
  void of_quality_and_collaboration_the_mean_counts_and_good_work_adds_nothing() {
    var kept = Reliability.of(List.of(outcome(true, NOW)), NOW);
    var rapport = new Rapport(10, 5, Optional.of(NOW), Optional.of(NOW));
    assertThat(ability(rapport, kept, 1.5, 2.5)).isCloseTo(kept.lower() * 2 / 3, within(1e-12));
    assertThat(ability(rapport, kept, 4.5, 4.5)).isCloseTo(kept.lower(), within(1e-12));
  }

  @Property(tries = 1000)
  void it_grows_with_rapport_and_with_silence(
      @ForAll @IntRange(max = 60) int touches,
      @ForAll @IntRange(max = 20) int interests,
      @ForAll @IntRange(max = 2000) int days) {
    var gap = gap(touches, interests, days);
    assertThat(gap.expectation()).isBetween(0.0, 1.0);
    assertThat(gap(touches + 1, interests, days).gap()).isGreaterThanOrEqualTo(gap.gap());
    assertThat(gap(touches, interests + 1, days).gap()).isGreaterThanOrEqualTo(gap.gap());
    assertThat(gap(touches, interests, days + 1).gap()).isGreaterThanOrEqualTo(gap.gap());
  }

  @Property(tries = 1000)
  void something_is_said_exactly_from_two_tenths_on(
      @ForAll @IntRange(max = 60) int touches,
      @ForAll @IntRange(max = 20) int interests,
      @ForAll @IntRange(max = 400) int days) {
    var gap = gap(touches, interests, days);
    assertThat(gap.verdict().isPresent()).isEqualTo(gap.gap() >= .2);
  }

  @Property(tries = 500)
  void better_work_never_widens_it(
      @ForAll @DoubleRange(min = 1, max = 5) double quality,
      @ForAll @DoubleRange(min = 0, max = 1) double more) {
    var kept = Reliability.of(List.of(outcome(true, days(100))), NOW);
    var rapport = new Rapport(10, 5, Optional.of(days(200)), Optional.of(days(100)));
    assertThat(ability(rapport, kept, quality + more, quality))
        .isGreaterThanOrEqualTo(ability(rapport, kept, quality, quality));
  }

  private static double ability(
      Rapport rapport, Reliability reliability, double quality, double collaboration) {
    return ExpectationGap.of(
            rapport, reliability, OptionalDouble.of(quality), OptionalDouble.of(collaboration), NOW)
        .ability();
  }

  private static ExpectationGap gap(int touches, int interests, int days) {
    var rapport = new Rapport(touches, interests, Optional.of(days(days)), Optional.empty());
    return ExpectationGap.of(rapport, untested(), none(), none(), NOW);
  }

  /** Ten touches, five interests, met 26 weeks ago. */
  private static ExpectationGap after(List<Outcome> outcomes, List<Rating> ratings) {
    var lastKept =
        outcomes.stream().filter(Outcome::kept).map(Outcome::closedAt).max(Instant::compareTo);
    return ExpectationGap.of(
        new Rapport(10, 5, Optional.of(days(26 * 7)), lastKept),
        Reliability.of(outcomes, NOW),
        Ratings.mean(ratings, NOW),
        none(),
        NOW);
  }

  private static void shows(ExpectationGap gap, double expectation, double ability) {
    assertThat(gap.expectation()).isCloseTo(expectation, within(.005));
    assertThat(gap.ability()).isCloseTo(ability, within(.005));
    assertThat(gap.gap()).isEqualTo(gap.expectation() - gap.ability());
  }

  private static Outcome outcome(boolean kept, Instant closedAt) {
    return new Outcome(kept, Complexity.SIMPLE, closedAt);
  }

  private static Reliability untested() {
    return Reliability.of(List.of(), NOW);
  }

  private static OptionalDouble none() {
    return OptionalDouble.empty();
  }

  private static Instant days(int ago) {
    return NOW.minus(Duration.ofDays(ago));
  }
}
