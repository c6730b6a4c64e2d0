package dev.followthrough.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** B2: one week is 168 hours exactly. */
class OneWeekTest {

  private static final Instant END = Instant.parse("2026-03-26T10:00:00Z");
  private static final Instant DUE = Instant.parse("2026-04-02T10:00:00Z");

  @Test
  void it_is_168_hours_also_when_the_clocks_change_in_between() {
    assertThat(OneWeek.dueAt(END)).isEqualTo(DUE);
  }

  @Test
  void the_due_instant_itself_is_in_time() {
    assertThat(OneWeek.hasPassed(END, DUE)).isFalse();
    assertThat(OneWeek.hasPassed(END, DUE.plusNanos(1))).isTrue();
  }
}
