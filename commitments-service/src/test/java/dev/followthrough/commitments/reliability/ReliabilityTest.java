package dev.followthrough.commitments.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.followthrough.events.Complexity;
import dev.followthrough.events.ReliabilityState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** C1: the Beta reputation with forgetting, to the digit. */
class ReliabilityTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  private static final double EXACT = 1e-9;
  private static final double DIGITS = 0.005;

  @Example
  void one_simple_promise_kept_today() {
    shows(List.of(kept(0)), .67, .22, .97);
  }

  @Example
  void seven_kept_and_one_missed_today() {
    var outcomes = new ArrayList<>(Collections.nCopies(7, kept(0)));
    outcomes.add(missed(0));
    shows(outcomes, .80, .57, .96);
  }

  @Example
  void three_recent_simple_promises_kept_speak_for_a_circle_up() {
    assertThat(of(kept(0), kept(0), kept(0)).lower()).isCloseTo(.47, within(DIGITS));
    assertThat(of(kept(0), kept(0)).lower()).isLessThan(.45);
  }

  @Example
  void half_of_the_evidence_is_left_after_180_days() {
    var reliability = of(kept(180), missed(360));
    assertThat(reliability.r()).isCloseTo(.5, within(EXACT));
    assertThat(reliability.s()).isCloseTo(.25, within(EXACT));
    assertThat(reliability.kept()).isOne();
    assertThat(reliability.missed()).isOne();
  }

  @Example
  void parts_of_a_day_count() {
    var closed = NOW.minus(Duration.ofHours(36));
    var one = new Outcome(true, Complexity.SIMPLE, closed);
    assertThat(of(one).r()).isCloseTo(Math.pow(2, -1.5 / 180), within(EXACT));
  }

  @Example
  void a_complex_promise_weighs_twice_a_simple_one() {
    var complex = of(new Outcome(true, Complexity.COMPLEX, NOW));
    assertThat(complex.r()).isCloseTo(2, within(EXACT));
    assertThat(complex.estimate()).isEqualTo(of(kept(0), kept(0)).estimate());
  }

  @Example
  void without_evidence_nobody_is_tested() {
    var nothing = of();
    assertThat(nothing.state()).isEqualTo(ReliabilityState.UNTESTED);
    assertThat(nothing.isTested()).isFalse();
    assertThat(nothing.lower()).isCloseTo(.05, within(EXACT));
  }

  @Example
  void evidence_that_has_faded_below_a_quarter_is_untested_lately_and_a_quarter_is_not() {
    assertThat(of(kept(360)).state()).isEqualTo(ReliabilityState.TESTED);
    var later =
        new Outcome(true, Complexity.SIMPLE, NOW.minus(Duration.ofDays(360)).minusMillis(1));
    assertThat(of(later).state()).isEqualTo(ReliabilityState.UNTESTED_LATELY);
    assertThat(of(later).kept()).isOne();
  }

  @Example
  void what_closed_after_the_instant_asked_for_does_not_count() {
    var tomorrow = new Outcome(true, Complexity.SIMPLE, NOW.plusMillis(1));
    assertThat(of(tomorrow)).isEqualTo(of());
  }

  @Property(tries = 1000)
  void another_kept_promise_never_lowers_the_estimate_nor_the_interval(
      @ForAll("histories") List<Outcome> history, @ForAll("outcomes") Outcome another) {
    var before = Reliability.of(history, NOW);
    var after =
        Reliability.of(
            and(history, new Outcome(true, another.complexity(), another.closedAt())), NOW);
    assertThat(after.estimate()).isGreaterThanOrEqualTo(before.estimate() - EXACT);
    assertThat(after.lower()).isGreaterThanOrEqualTo(before.lower() - 1e-6);
    assertThat(after.upper()).isGreaterThanOrEqualTo(before.upper() - 1e-6);
  }

  @Property(tries = 1000)
  void another_missed_promise_never_raises_the_estimate(
      @ForAll("histories") List<Outcome> history, @ForAll("outcomes") Outcome another) {
    var missed = new Outcome(false, another.complexity(), another.closedAt());
    assertThat(Reliability.of(and(history, missed), NOW).estimate())
        .isLessThanOrEqualTo(Reliability.of(history, NOW).estimate() + EXACT);
  }

  @Property(tries = 1000)
  void the_order_of_arrival_does_not_matter(
      @ForAll("histories") List<Outcome> history, @ForAll long seed) {
    var shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Reliability.of(shuffled, NOW)).isEqualTo(Reliability.of(history, NOW));
  }

  @Property(tries = 1000)
  void evidence_fades_and_the_counts_do_not(
      @ForAll("histories") List<Outcome> history, @ForAll @IntRange(min = 1, max = 2000) int days) {
    var now = Reliability.of(history, NOW);
    var later = Reliability.of(history, NOW.plus(Duration.ofDays(days)));
    double faded = Math.pow(2, -days / 180.0);
    assertThat(later.r()).isCloseTo(now.r() * faded, within(EXACT));
    assertThat(later.s()).isCloseTo(now.s() * faded, within(EXACT));
    assertThat(later.kept()).isEqualTo(now.kept());
    assertThat(later.missed()).isEqualTo(now.missed());
  }

  @Property(tries = 60)
  void the_interval_holds_nine_tenths_and_the_estimate(@ForAll("histories") List<Outcome> history) {
    var reliability = Reliability.of(history, NOW);
    assertThat(reliability.lower()).isBetween(0.0, reliability.estimate());
    assertThat(reliability.upper()).isBetween(reliability.estimate(), 1.0);
    // by the midpoint rule over the density itself
    assertThat(mass(reliability)).isCloseTo(.9, within(1e-3));
  }

  @Provide
  Arbitrary<Outcome> outcomes() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(Complexity.values()),
            Arbitraries.longs().between(0, Duration.ofDays(2000).toMillis()))
        .as((kept, complexity, ago) -> new Outcome(kept, complexity, NOW.minusMillis(ago)));
  }

  @Provide
  Arbitrary<List<Outcome>> histories() {
    return outcomes().list().ofMaxSize(40);
  }

  private static double mass(Reliability reliability) {
    int steps = 2000;
    double width = (reliability.upper() - reliability.lower()) / steps;
    double part = 0;
    double whole = 0;
    for (int i = 0; i < steps; i++) {
      part += density(reliability, reliability.lower() + (i + .5) * width) * width;
      whole += density(reliability, (i + .5) / steps) / steps;
    }
    return part / whole;
  }

  private static double density(Reliability reliability, double x) {
    return Math.pow(x, reliability.r()) * Math.pow(1 - x, reliability.s());
  }

  private static void shows(List<Outcome> outcomes, double estimate, double lower, double upper) {
    var reliability = Reliability.of(outcomes, NOW);
    assertThat(reliability.estimate()).isCloseTo(estimate, within(DIGITS));
    assertThat(reliability.lower()).isCloseTo(lower, within(DIGITS));
    assertThat(reliability.upper()).isCloseTo(upper, within(DIGITS));
  }

  private static Reliability of(Outcome... outcomes) {
    return Reliability.of(List.of(outcomes), NOW);
  }

  private static List<Outcome> and(List<Outcome> history, Outcome another) {
    return Stream.concat(history.stream(), Stream.of(another)).toList();
  }

  private static Outcome kept(int daysAgo) {
    return new Outcome(true, Complexity.SIMPLE, NOW.minus(Duration.ofDays(daysAgo)));
  }

  private static Outcome missed(int daysAgo) {
    return new Outcome(false, Complexity.SIMPLE, NOW.minus(Duration.ofDays(daysAgo)));
  }
}
