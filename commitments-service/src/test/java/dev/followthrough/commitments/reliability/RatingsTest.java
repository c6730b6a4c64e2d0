package dev.followthrough.commitments.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.followthrough.commitments.reliability.Ratings.Rating;
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

/** C2: quality and collaboration. */
class RatingsTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");

  @Example
  void one_five_is_shrunk_towards_three() {
    assertThat(mean(5)).isCloseTo(3.67, within(.005));
  }

  @Example
  void three_fives_weigh_more() {
    assertThat(mean(5, 5, 5)).isCloseTo(4.20, within(1e-9));
  }

  @Example
  void without_any_there_is_no_figure() {
    assertThat(Ratings.mean(List.of(), NOW)).isEmpty();
    assertThat(Ratings.mean(List.of(new Rating(5, NOW.plusMillis(1))), NOW)).isEmpty();
  }

  @Example
  void an_assessment_fades_by_half_in_180_days() {
    var old = List.of(new Rating(5, NOW.minus(Duration.ofDays(180))));
    assertThat(Ratings.mean(old, NOW).orElseThrow()).isCloseTo((6 + .5 * 5) / 2.5, within(1e-9));
  }

  @Property(tries = 1000)
  void it_lies_between_the_worst_and_the_best_and_three(@ForAll("ratings") List<Rating> ratings) {
    var mean = Ratings.mean(ratings, NOW).orElseThrow();
    var values = Stream.concat(ratings.stream().map(Rating::value), Stream.of(3)).sorted().toList();
    assertThat(mean).isBetween(values.getFirst() - 1e-9, values.getLast() + 1e-9);
  }

  @Property(tries = 1000)
  void a_better_assessment_never_lowers_it(
      @ForAll("ratings") List<Rating> ratings, @ForAll @IntRange(min = 0, max = 9) int which) {
    var at = which % ratings.size();
    var better = new ArrayList<>(ratings);
    better.set(at, new Rating(5, ratings.get(at).givenAt()));
    assertThat(Ratings.mean(better, NOW).orElseThrow())
        .isGreaterThanOrEqualTo(Ratings.mean(ratings, NOW).orElseThrow());
  }

  @Property(tries = 1000)
  void with_time_it_returns_to_three(
      @ForAll("ratings") List<Rating> ratings, @ForAll @IntRange(min = 1, max = 900) int days) {
    var now = Ratings.mean(ratings, NOW).orElseThrow();
    var later = Ratings.mean(ratings, NOW.plus(Duration.ofDays(days))).orElseThrow();
    assertThat(Math.abs(later - 3)).isLessThanOrEqualTo(Math.abs(now - 3) + 1e-9);
  }

  @Property(tries = 1000)
  void the_order_does_not_matter(@ForAll("ratings") List<Rating> ratings, @ForAll long seed) {
    var shuffled = new ArrayList<>(ratings);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Ratings.mean(shuffled, NOW)).isEqualTo(Ratings.mean(ratings, NOW));
  }

  @Provide
  Arbitrary<List<Rating>> ratings() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.longs().between(0, Duration.ofDays(1000).toMillis()))
        .as((value, ago) -> new Rating(value, NOW.minusMillis(ago)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  private static double mean(int... values) {
    var ratings = java.util.Arrays.stream(values).mapToObj(v -> new Rating(v, NOW)).toList();
    return Ratings.mean(ratings, NOW).orElseThrow();
  }
}
