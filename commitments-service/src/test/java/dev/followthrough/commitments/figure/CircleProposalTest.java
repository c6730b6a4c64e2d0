package dev.followthrough.commitments.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.reliability.Outcome;
import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.events.Circle;
import dev.followthrough.events.Complexity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Example;

/** A2: the moves that evidence speaks for; and how figures are shown. */
class CircleProposalTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  private static final Reliability GOOD = all(true, 3);
  private static final Reliability NEW = all(true, 0);
  private static final Reliability POOR = all(false, 4);

  @Example
  void three_recent_promises_kept_speak_for_one_circle_up() {
    assertThat(of(Circle.DORMANT, GOOD)).contains(Circle.ACQUAINTANCE);
    assertThat(of(Circle.ACQUAINTANCE, GOOD)).contains(Circle.ACTIVE);
    assertThat(of(Circle.ACTIVE, GOOD)).contains(Circle.INNER);
    assertThat(of(Circle.INNER, GOOD)).isEmpty();
    assertThat(of(Circle.ACQUAINTANCE, all(true, 2))).isEmpty();
  }

  @Example
  void value_that_goes_one_way_speaks_against_it_and_after_180_days_for_release() {
    var since = NOW.minus(Duration.ofDays(180));
    assertThat(of(Circle.ACTIVE, GOOD, since.plusMillis(1))).isEmpty();
    assertThat(of(Circle.ACTIVE, GOOD, since)).contains(Circle.RELEASED);
  }

  @Example
  void who_keeps_less_than_half_even_seen_kindly_is_released() {
    assertThat(POOR.upper()).isLessThan(.5);
    assertThat(of(Circle.INNER, POOR)).contains(Circle.RELEASED);
    assertThat(of(Circle.INNER, all(false, 3))).isEmpty();
  }

  @Example
  void who_is_untested_or_released_is_left_alone() {
    assertThat(of(Circle.ACQUAINTANCE, NEW)).isEmpty();
    assertThat(of(Circle.RELEASED, GOOD)).isEmpty();
    assertThat(of(Circle.RELEASED, POOR)).isEmpty();
  }

  @Example
  void figures_are_shown_to_two_decimals_halves_up() {
    assertThat(Digits.shown(.125)).isEqualTo(.13);
    assertThat(Digits.shown(.1249)).isEqualTo(.12);
    assertThat(Digits.shown(-.001)).isEqualTo(0.0);
    assertThat(Digits.shown(OptionalDouble.empty())).isNull();
  }

  private static Optional<Circle> of(Circle circle, Reliability reliability) {
    return CircleProposal.of(circle, reliability, Optional.empty(), NOW);
  }

  private static Optional<Circle> of(Circle circle, Reliability reliability, Instant oneWaySince) {
    return CircleProposal.of(circle, reliability, Optional.of(oneWaySince), NOW);
  }

  private static Reliability all(boolean kept, int promises) {
    var outcome = new Outcome(kept, Complexity.SIMPLE, NOW);
    return Reliability.of(Collections.nCopies(promises, outcome), NOW);
  }
}
