package dev.followthrough.commitments.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.followthrough.events.ReciprocityBalance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reciprocity = (received − given) / (received + given + 2), with a half-life of 365 days. */
class ReciprocityTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);

  @Example
  void nothing_is_even() {
    assertThat(Reciprocity.of(List.of(), NOW))
        .isEqualTo(new Reciprocity(0, 0, 0, ReciprocityBalance.EVEN));
  }

  @Example
  void one_large_favour_received_today_is_nine_elevenths() {
    var it = Reciprocity.of(List.of(value(ValueDirection.RECEIVED, 9, NOW)), NOW);
    assertThat(it.value()).isEqualTo(9.0 / 11);
    assertThat(Reciprocity.shown(it.value())).isEqualTo(0.82);
    assertThat(it.balance()).isEqualTo(ReciprocityBalance.OWNER_OWES);
  }

  @Example
  void a_year_halves_what_was_given_or_received() {
    var it =
        Reciprocity.of(
            List.of(
                value(ValueDirection.GIVEN, 3, NOW.minus(YEAR)),
                value(ValueDirection.RECEIVED, 1, NOW.minus(YEAR.multipliedBy(2)))),
            NOW);
    assertThat(it.given()).isCloseTo(1.5, within(1e-12));
    assertThat(it.received()).isCloseTo(0.25, within(1e-12));
    assertThat(it.value()).isCloseTo(-1.25 / 3.75, within(1e-12));
    assertThat(it.balance()).isEqualTo(ReciprocityBalance.CONTACT_OWES);
  }

  @Example
  void exactly_a_tenth_is_still_even() {
    assertThat(Reciprocity.of(4, 5).value()).isEqualTo(1.0 / 11);
    assertThat(Reciprocity.of(4, 5).balance()).isEqualTo(ReciprocityBalance.EVEN);
    // (5.5 − 4.5) / 12 is below, (4 − 3) / (4 + 3 + 2) above, (2.5 − 1.5) / 6 above
    assertThat(Reciprocity.of(3.5, 4.5).value()).isEqualTo(0.1);
    assertThat(Reciprocity.of(3.5, 4.5).balance()).isEqualTo(ReciprocityBalance.EVEN);
    assertThat(Reciprocity.of(4.5, 3.5).balance()).isEqualTo(ReciprocityBalance.EVEN);
    assertThat(Reciprocity.of(3, 4).balance()).isEqualTo(ReciprocityBalance.OWNER_OWES);
    assertThat(Reciprocity.of(4, 3).balance()).isEqualTo(ReciprocityBalance.CONTACT_OWES);
  }

  @Example
  void what_is_done_after_the_instant_does_not_count() {
    var later = value(ValueDirection.GIVEN, 9, NOW.plusMillis(1));
    assertThat(Reciprocity.of(List.of(later), NOW).given()).isZero();
    assertThat(Reciprocity.of(List.of(later), NOW.plusMillis(1)).given()).isEqualTo(9);
  }

  @Property
  void it_lies_between_minus_one_and_one_and_its_balance_follows_its_sign(
      @ForAll("values") List<Value> values) {
    var it = Reciprocity.of(values, NOW);
    assertThat(it.value()).isBetween(-1.0, 1.0);
    assertThat(it.balance())
        .isEqualTo(
            it.value() > 0.1
                ? ReciprocityBalance.OWNER_OWES
                : it.value() < -0.1 ? ReciprocityBalance.CONTACT_OWES : ReciprocityBalance.EVEN);
  }

  @Property
  void the_order_of_arrival_makes_no_difference(
      @ForAll("values") List<Value> values, @ForAll Random random) {
    var shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    assertThat(Reciprocity.of(shuffled, NOW)).isEqualTo(Reciprocity.of(values, NOW));
  }

  @Property
  void seen_from_the_other_side_it_is_the_opposite(@ForAll("values") List<Value> values) {
    var mirrored =
        values.stream()
            .map(
                v ->
                    value(
                        v.direction() == ValueDirection.GIVEN
                            ? ValueDirection.RECEIVED
                            : ValueDirection.GIVEN,
                        v.weight(),
                        v.at()))
            .toList();
    assertThat(Reciprocity.of(mirrored, NOW).value())
        .isCloseTo(-Reciprocity.of(values, NOW).value(), within(1e-12));
  }

  @Property
  void one_more_thing_received_never_lowers_it(
      @ForAll("values") List<Value> values, @ForAll("value") Value more) {
    var after = new ArrayList<>(values);
    after.add(value(ValueDirection.RECEIVED, more.weight(), more.at()));
    assertThat(Reciprocity.of(after, NOW).value())
        .isGreaterThanOrEqualTo(Reciprocity.of(values, NOW).value());
  }

  @Property
  void with_time_alone_what_counts_only_fades(@ForAll("values") List<Value> values) {
    var now = Reciprocity.of(values, NOW);
    var later = Reciprocity.of(values, NOW.plus(YEAR));
    assertThat(later.given()).isCloseTo(now.given() / 2, within(1e-9));
    assertThat(later.received()).isCloseTo(now.received() / 2, within(1e-9));
    assertThat(Math.abs(later.value())).isLessThanOrEqualTo(Math.abs(now.value()) + 1e-12);
  }

  @Property
  void the_same_deed_counts_once_by_what_weighs_more(
      @ForAll("values") List<Value> values, @ForAll("value") Value twice) {
    var told = new ArrayList<>(values);
    told.add(twice);
    told.add(
        new Value(
            twice.direction(),
            twice.weight() + 2,
            twice.at(),
            "referral",
            UUID.randomUUID(),
            !twice.thanksSaid(),
            twice.deedId()));
    var once = Deeds.once(told, NOW);
    assertThat(once).hasSize(values.size() + 1);
    assertThat(once)
        .filteredOn(v -> v.deedId().equals(twice.deedId()))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.weight()).isEqualTo(twice.weight() + 2);
              assertThat(v.kind()).isEqualTo("referral");
              assertThat(v.thanksSaid()).isTrue();
            });
  }

  @Provide
  Arbitrary<List<Value>> values() {
    return value().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Value> value() {
    return Combinators.combine(
            Arbitraries.of(ValueDirection.values()),
            Arbitraries.of(1.0, 3.0, 9.0),
            Arbitraries.longs().between(0, Duration.ofDays(4000).toSeconds()))
        .as((way, weight, age) -> value(way, weight, NOW.minusSeconds(age)));
  }

  private static Value value(ValueDirection way, double weight, Instant at) {
    return new Value(way, weight, at, "advice", UUID.randomUUID(), false);
  }
}
