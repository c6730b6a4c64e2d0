package dev.followthrough.commitments.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.OriginKind;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the owner could ask today (A6). */
class ReadinessTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void somebody_met_twice_of_late_to_whom_nothing_is_owed_is_ready() {
    assertThat(with(draft -> draft)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(OriginKind.class)
  void family_friends_and_colleagues_count_as_met(OriginKind origin) {
    boolean known =
        origin == OriginKind.FAMILY || origin == OriginKind.FRIEND || origin == OriginKind.WORK;
    assertThat(with(draft -> draft.held(1).origin(origin))).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "2, true"})
  void others_are_met_twice_first(int held, boolean ready) {
    assertThat(with(draft -> draft.held(held))).isEqualTo(ready);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "180, true", "181, false"})
  void the_last_exchange_is_not_long_ago(int days, boolean ready) {
    assertThat(with(draft -> draft.exchanged(daysAgo(days)))).isEqualTo(ready);
    assertThat(with(draft -> draft.exchanged(null))).isFalse();
  }

  @Test
  void whoever_is_owed_a_word_thanks_an_apology_or_value_is_not_asked() {
    assertThat(with(draft -> draft.loop(true))).isFalse();
    assertThat(with(draft -> draft.owed(1))).isFalse();
    assertThat(with(draft -> draft.valueOwed(true))).isFalse();
  }

  @Test
  void whoever_has_not_answered_or_was_asked_of_late_is_not_asked() {
    assertThat(with(draft -> draft.awaited(true))).isFalse();
    assertThat(with(draft -> draft.asked(true))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, true",
    "3, 29, false",
    "3, 30, true",
    "4, 30, false",
    "4, 89, false",
    "4, 90, true"
  })
  void three_in_a_row_without_an_answer_wait_thirty_days_and_more_wait_ninety(
      int inARow, int daysSince, boolean ready) {
    assertThat(with(draft -> draft.row(inARow, daysAgo(daysSince)))).isEqualTo(ready);
  }

  @ParameterizedTest
  @CsvSource({"2, true", "3, false"})
  void more_than_two_touches_in_a_week_are_enough(int touches, boolean ready) {
    assertThat(with(draft -> draft.week(touches))).isEqualTo(ready);
  }

  private static boolean with(UnaryOperator<Draft> change) {
    return change.apply(Draft.READY).readiness().at(NOW);
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  /** A readiness of which one thing is changed. */
  private record Draft(
      OriginKind origin,
      int held,
      Instant exchanged,
      boolean loop,
      int owed,
      boolean valueOwed,
      boolean awaited,
      int inARow,
      Instant lastOutbound,
      int week,
      boolean asked) {

    static final Draft READY =
        new Draft(OriginKind.EVENT, 2, daysAgo(10), false, 0, false, false, 0, null, 0, false);

    Draft origin(OriginKind o) {
      return new Draft(
          o, held, exchanged, loop, owed, valueOwed, awaited, inARow, lastOutbound, week, asked);
    }

    Draft held(int h) {
      return new Draft(
          origin, h, exchanged, loop, owed, valueOwed, awaited, inARow, lastOutbound, week, asked);
    }

    Draft exchanged(Instant e) {
      return new Draft(
          origin, held, e, loop, owed, valueOwed, awaited, inARow, lastOutbound, week, asked);
    }

    Draft loop(boolean l) {
      return new Draft(
          origin, held, exchanged, l, owed, valueOwed, awaited, inARow, lastOutbound, week, asked);
    }

    Draft owed(int o) {
      return new Draft(
          origin, held, exchanged, loop, o, valueOwed, awaited, inARow, lastOutbound, week, asked);
    }

    Draft valueOwed(boolean v) {
      return new Draft(
          origin, held, exchanged, loop, owed, v, awaited, inARow, lastOutbound, week, asked);
    }

    Draft awaited(boolean a) {
      return new Draft(
          origin, held, exchanged, loop, owed, valueOwed, a, inARow, lastOutbound, week, asked);
    }

    Draft row(int r, Instant last) {
      return new Draft(
          origin, held, exchanged, loop, owed, valueOwed, awaited, r, last, week, asked);
    }

    Draft week(int w) {
      return new Draft(
          origin, held, exchanged, loop, owed, valueOwed, awaited, inARow, lastOutbound, w, asked);
    }

    Draft asked(boolean a) {
      return new Draft(
          origin, held, exchanged, loop, owed, valueOwed, awaited, inARow, lastOutbound, week, a);
    }

    Readiness readiness() {
      return new Readiness(
          origin,
          held,
          exchanged,
          loop,
          owed,
          valueOwed,
          awaited,
          inARow,
          lastOutbound,
          week,
          asked);
    }
  }
}
