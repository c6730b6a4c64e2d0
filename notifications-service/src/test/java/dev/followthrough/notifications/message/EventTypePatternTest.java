package dev.followthrough.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypePatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, commitment.missed, true",
    "commitment.*, commitment.missed, true",
    "commitment.*, commitment.deadline.passed, true",
    "commitment.deadline.*, commitment.missed, false",
    "commitment.*, commitments.missed, false",
    "commitment.missed, commitment.missed, true",
    "commitment.missed, commitment.missed.twice, false",
    "contact.*, commitment.missed, false",
  })
  void a_pattern_wants(String pattern, String type, boolean wanted) {
    assertThat(EventTypePattern.matches(pattern, type)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "**", "*.missed", "commitment.", ".*", "Commitment.*", "a..b", "a.*.b"})
  void other_spellings_are_none(String pattern) {
    assertThat(EventTypePattern.isWellFormed(pattern)).isFalse();
  }
}
