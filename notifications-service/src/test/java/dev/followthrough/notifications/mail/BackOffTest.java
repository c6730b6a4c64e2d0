package dev.followthrough.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void a_mail_is_tried_eleven_times_within_four_days_with_longer_and_longer_pauses() {
    assertThat(BackOff.pauseAfter(1)).contains(Duration.ofMinutes(1));
    assertThat(BackOff.pauseAfter(10)).contains(Duration.ofHours(24));
    assertThat(BackOff.pauseAfter(11)).isEmpty();
    assertThat(BackOff.PAUSES).isSorted();
    assertThat(
            IntStream.rangeClosed(1, 10)
                .mapToObj(tries -> BackOff.pauseAfter(tries).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofDays(3), Duration.ofDays(4));
  }
}
