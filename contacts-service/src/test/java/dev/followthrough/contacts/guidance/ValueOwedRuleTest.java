package dev.followthrough.contacts.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.StandingReciprocity;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** A6: value is owed until it has faded. */
class ValueOwedRuleTest {

  private static final LocalDate TOLD = LocalDate.of(2026, 4, 1);

  @Example
  void half_of_it_has_faded_after_365_days() {
    var owed = ValueOwedRule.owed(told(1, 9), TOLD, TOLD.plusDays(365)).orElseThrow();

    assertThat(owed.now().received()).isCloseTo(4.5, within(1e-9));
    assertThat(owed.now().given()).isCloseTo(0.5, within(1e-9));
    assertThat(owed.difference()).isCloseTo(4, within(1e-9));
    assertThat(owed.now().value()).isCloseTo(4.0 / 7, within(1e-9));
  }

  @Example
  void a_difference_of_six_is_owed_for_365_days_and_on_the_last_of_them() {
    var told = told(0, 6);

    assertThat(ValueOwedRule.owed(told, TOLD, TOLD).orElseThrow().until())
        .isEqualTo(TOLD.plusDays(366));
    assertThat(ValueOwedRule.owed(told, TOLD, TOLD.plusDays(365))).isPresent();
    assertThat(ValueOwedRule.owed(told, TOLD, TOLD.plusDays(366))).isEmpty();
  }

  @Example
  void reciprocity_can_end_it_before_the_difference_does() {
    // 4.4 / (36.4 + 2) = 0.115; a difference of 3 would be left after 201 days
    var until = ValueOwedRule.owed(told(16, 20.4), TOLD, TOLD).orElseThrow().until();

    // f · (4.4 − 3.64) > 0.2 for f above 0.263: after 702 days; so the difference ends it
    assertThat(until).isEqualTo(TOLD.plusDays(202));
    // 6 / (58 + 2) is 0.1: nothing is owed
    assertThat(ValueOwedRule.owed(told(26, 32), TOLD, TOLD)).isEmpty();
    // 6.2 / (58.2 + 2) = 0.103 and f · (6.2 − 5.82) > 0.2 for f above 0.526: 337.99 days
    assertThat(ValueOwedRule.owed(told(26, 32.2), TOLD, TOLD).orElseThrow().until())
        .isEqualTo(TOLD.plusDays(338));
  }

  @Example
  void what_was_told_as_even_or_was_not_told_is_not_owed() {
    var even = new StandingReciprocity(0.1, 0, 9, ReciprocityBalance.EVEN);

    assertThat(ValueOwedRule.owed(even, TOLD, TOLD)).isEmpty();
    assertThat(ValueOwedRule.owed(null, TOLD, TOLD)).isEmpty();
  }

  @Property
  void it_is_owed_on_the_day_before_until_and_on_no_day_from_then_on(
      @ForAll @DoubleRange(min = 0, max = 500) double given,
      @ForAll @DoubleRange(min = 0, max = 1000) double received,
      @ForAll @IntRange(min = 0, max = 2000) int days) {
    var told = told(given, received);
    ValueOwedRule.owed(told, TOLD, TOLD.plusDays(days))
        .ifPresent(
            owed -> {
              assertThat(owed.until()).isAfter(TOLD.plusDays(days));
              var last = ValueOwedRule.owed(told, TOLD, owed.until().minusDays(1)).orElseThrow();
              assertThat(last.until()).isEqualTo(owed.until());
              assertThat(last.difference()).isGreaterThanOrEqualTo(3);
              assertThat(last.now().value()).isGreaterThan(0.1);
              assertThat(ValueOwedRule.owed(told, TOLD, owed.until())).isEmpty();
              assertThat(ValueOwedRule.owed(told, TOLD, owed.until().plusDays(500))).isEmpty();
            });
  }

  private static StandingReciprocity told(double given, double received) {
    var value = (received - given) / (received + given + 2);
    return new StandingReciprocity(value, given, received, ReciprocityBalance.OWNER_OWES);
  }
}
