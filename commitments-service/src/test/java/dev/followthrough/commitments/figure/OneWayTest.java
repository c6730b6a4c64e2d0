package dev.followthrough.commitments.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.figure.OneWay.ReachedOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** C7: value that goes one way, and those who are always asking. */
class OneWayTest {

  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");
  private static final List<Instant> NOTHING = List.of();
  private static final List<Instant> AN_ASK = List.of(days(40));

  @Example
  void three_unanswered_touches_and_an_ask_go_one_way() {
    assertThat(new OneWay(silent(30, 60, 90), AN_ASK, NOTHING).since(NOW)).isPresent();
    assertThat(new OneWay(silent(30, 60), AN_ASK, NOTHING).since(NOW)).isEmpty();
    assertThat(new OneWay(silent(30, 60, 90), NOTHING, NOTHING).since(NOW)).isEmpty();
  }

  @Example
  void a_touch_counts_once_it_is_older_than_14_days() {
    assertThat(new OneWay(silent(14, 60, 90), AN_ASK, NOTHING).since(NOW)).isEmpty();
    assertThat(new OneWay(silent(14, 60, 90), AN_ASK, NOTHING).since(NOW.plusMillis(1)))
        .contains(NOW.plusMillis(1));
  }

  @Example
  void a_third_answered_is_enough_and_less_is_not() {
    var answered = new ReachedOut(days(20), Optional.of(days(19)));
    var third = Stream.concat(Stream.of(answered), silent(30, 60).stream()).toList();
    assertThat(new OneWay(third, AN_ASK, NOTHING).since(NOW)).isEmpty();
    var quarter = Stream.concat(Stream.of(answered), silent(30, 60, 90).stream()).toList();
    assertThat(new OneWay(quarter, AN_ASK, NOTHING).since(NOW)).isPresent();
  }

  @Example
  void what_came_back_in_the_year_rules_it_out() {
    assertThat(new OneWay(silent(30, 60, 90), AN_ASK, List.of(days(364))).since(NOW)).isEmpty();
    assertThat(new OneWay(silent(30, 60, 90), AN_ASK, List.of(days(365))).since(NOW)).isPresent();
  }

  @Example
  void what_lies_more_than_a_year_back_does_not_count() {
    assertThat(new OneWay(silent(30, 60, 365), AN_ASK, NOTHING).since(NOW)).isEmpty();
    assertThat(new OneWay(silent(30, 60, 90), List.of(days(365)), NOTHING).since(NOW)).isEmpty();
  }

  @Example
  void it_began_when_the_last_of_its_conditions_came_true() {
    var theThirdWaited = days(30).plus(Duration.ofDays(14)).plusMillis(1);
    assertThat(new OneWay(silent(30, 60, 90), AN_ASK, NOTHING).since(NOW)).contains(theThirdWaited);
    assertThat(new OneWay(silent(30, 60, 90), List.of(days(3)), NOTHING).since(NOW))
        .contains(days(3));
    assertThat(new OneWay(silent(100, 200, 300), AN_ASK, List.of(days(370))).since(NOW))
        .contains(days(5));
  }

  @Property(tries = 1000)
  void it_holds_at_every_instant_since_and_not_just_before(@ForAll("ways") OneWay way) {
    var since = way.since(NOW);
    assertThat(since.isPresent()).isEqualTo(way.holdsAt(NOW));
    since.ifPresent(
        began -> {
          assertThat(way.holdsAt(began.minusMillis(1))).isFalse();
          var length = Duration.between(began, NOW);
          IntStream.rangeClosed(0, 50)
              .mapToObj(i -> began.plus(length.multipliedBy(i).dividedBy(50)))
              .forEach(at -> assertThat(way.holdsAt(at)).as("at %s", at).isTrue());
        });
  }

  @Example
  void three_asks_over_half_of_the_touches_are_always_asking() {
    var asks = List.of(days(1), days(2), days(3));
    assertThat(AlwaysAsking.holds(asks, touches(5), NOW)).isTrue();
    assertThat(AlwaysAsking.holds(asks, touches(6), NOW)).isFalse();
    assertThat(AlwaysAsking.holds(asks.subList(0, 2), touches(2), NOW)).isFalse();
    assertThat(AlwaysAsking.holds(List.of(days(1), days(2), days(365)), touches(3), NOW)).isFalse();
  }

  @Provide
  Arbitrary<OneWay> ways() {
    var days = Arbitraries.integers().between(0, 800);
    var touches =
        Combinators.combine(
                days, Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 9))
            .as(
                (ago, after, fate) ->
                    new ReachedOut(
                        days(ago),
                        fate == 0
                            ? Optional.of(days(ago).plus(Duration.ofDays(after)))
                            : Optional.empty()));
    return Combinators.combine(
            touches.list().ofMinSize(2).ofMaxSize(10),
            days.map(OneWayTest::days).list().ofMinSize(1).ofMaxSize(4),
            days.map(OneWayTest::days).list().ofMaxSize(1))
        .as(OneWay::new);
  }

  private static List<ReachedOut> silent(int... daysAgo) {
    return IntStream.of(daysAgo)
        .mapToObj(ago -> new ReachedOut(days(ago), Optional.empty()))
        .toList();
  }

  private static List<Instant> touches(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(OneWayTest::days).toList();
  }

  private static Instant days(int ago) {
    return NOW.minus(Duration.ofDays(ago));
  }
}
