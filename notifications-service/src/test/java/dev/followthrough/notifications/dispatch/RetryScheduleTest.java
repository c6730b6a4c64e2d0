package dev.followthrough.notifications.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.notifications.dispatch.DeliveryOutcome.Delivered;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.EndpointGone;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.GaveUp;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.RetryAt;
import dev.followthrough.platform.outgoing.OutgoingAnswer;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Answered answered(int status, String retryAfter) {
    return new Answered(
        status,
        Optional.ofNullable(retryAfter),
        Optional.empty(),
        Optional.empty(),
        "",
        Duration.ofMillis(5));
  }

  private static DeliveryOutcome outcome(OutgoingAnswer answer) {
    return DeliveryOutcome.of(answer, 1, NOW, 1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H"
  })
  void the_pauses_are_those_of_the_schedule(int triesMade, Duration pause) {
    assertThat(RetrySchedule.pauseAfter(triesMade, 1.0)).contains(pause);
  }

  @Test
  void after_the_tenth_try_it_has_failed() {
    assertThat(RetrySchedule.pauseAfter(10, 1.0)).isEmpty();
    assertThat(DeliveryOutcome.of(answered(500, null), 10, NOW, 1.0)).isInstanceOf(GaveUp.class);
  }

  @Property
  void the_jitter_is_a_fifth(
      @ForAll @IntRange(min = 1, max = 9) int triesMade,
      @ForAll @DoubleRange(min = 0.8, max = 1.2) double jitter) {
    var planned = RetrySchedule.DELAYS.get(triesMade).toMillis();
    var pause = RetrySchedule.pauseAfter(triesMade, jitter).orElseThrow().toMillis();
    assertThat(pause).isBetween((long) (planned * 0.8) - 1, (long) (planned * 1.2) + 1);
  }

  @Property
  void the_jitter_that_is_drawn_is_a_fifth_at_most() {
    assertThat(new Jitter().factor()).isBetween(0.8, 1.2);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void only_2xx_is_a_success(int status) {
    assertThat(outcome(answered(status, null))).isEqualTo(new Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 302, 304, 307, 308, 400, 401, 404, 429, 500, 503})
  void everything_else_is_tried_again(int status) {
    assertThat(outcome(answered(status, null)))
        .isEqualTo(new RetryAt(NOW.plusSeconds(5), "The endpoint answered " + status + ".", null));
  }

  @Test
  void gone_is_gone() {
    assertThat(outcome(answered(410, null))).isEqualTo(new EndpointGone());
  }

  @Test
  void what_was_refused_or_failed_is_tried_again() {
    assertThat(outcome(new Refused("public-address", "no"))).isInstanceOf(RetryAt.class);
    assertThat(outcome(new Failed(Kind.TIMEOUT, "no", Duration.ofSeconds(15))))
        .isInstanceOf(RetryAt.class);
  }

  @ParameterizedTest
  @CsvSource({
    "429, 60, PT60S",
    "503, 120, PT2M",
    "503, 999999999, PT1H",
    "429, 'Sun, 01 Mar 2026 12:10:00 GMT', PT10M",
    "429, 1, PT5S",
  })
  void retry_after_is_respected_within_bounds(int status, String header, Duration pause) {
    var retry = (RetryAt) outcome(answered(status, header));
    assertThat(Duration.between(NOW, retry.at())).isEqualTo(pause);
    assertThat(retry.endpointRestsUntil()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"500, 60", "429, soon", "429, -5", "503, ''"})
  void other_retry_afters_are_ignored(int status, String header) {
    var retry = (RetryAt) outcome(answered(status, header));
    assertThat(retry.at()).isEqualTo(NOW.plusSeconds(5));
    assertThat(retry.endpointRestsUntil()).isNull();
  }
}
