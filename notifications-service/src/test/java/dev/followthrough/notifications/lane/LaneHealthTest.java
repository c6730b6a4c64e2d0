package dev.followthrough.notifications.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class LaneHealthTest {

  @Inject Owners owners;
  @Inject Lanes lanes;
  @Inject LaneHealth health;

  private final UUID owner = UUID.randomUUID();
  private final UUID endpoint = UUID.randomUUID();
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeEach
  void open() {
    owners.act(owner, () -> lanes.open(endpoint, start.plus(Duration.ofDays(400))));
  }

  @AfterEach
  void remove() {
    owners.act(owner, () -> lanes.remove(endpoint));
  }

  private Instant at(int seconds) {
    return start.plusSeconds(seconds);
  }

  private void failed(int startedAt, int endedAt) {
    failed(startedAt, endedAt, null);
  }

  private void failed(int startedAt, int endedAt, Instant leaveAloneUntil) {
    owners.act(owner, () -> health.failed(endpoint, at(startedAt), at(endedAt), leaveAloneUntil));
  }

  private Lane.Health health() {
    return owners.act(owner, () -> health.of(endpoint).orElseThrow());
  }

  @Test
  void tries_that_run_side_by_side_and_fail_are_one_failure() {
    for (var i = 0; i < 20; i++) {
      failed(0, 1 + i);
    }

    assertThat(health().failures()).isEqualTo(1);
    assertThat(health().failingSince()).isEqualTo(at(1));
    assertThat(health().pausedUntil()).isNull();
  }

  @Test
  void five_failures_one_after_the_other_pause_the_lane() {
    for (var i = 0; i < 5; i++) {
      failed(10 * i, 10 * i + 5);
    }

    assertThat(health().failures()).isEqualTo(5);
    assertThat(health().pausedUntil()).isEqualTo(at(45 + 10));
  }

  @Test
  void what_was_begun_before_the_pause_neither_counts_nor_lengthens_it() {
    for (var i = 0; i < 5; i++) {
      failed(10 * i, 10 * i + 5);
    }

    failed(41, 50);
    failed(44, 54);

    assertThat(health().failures()).isEqualTo(5);
    assertThat(health().pausedUntil()).isEqualTo(at(55));
  }

  @Test
  void the_try_after_the_pause_counts_and_doubles_it() {
    for (var i = 0; i < 5; i++) {
      failed(10 * i, 10 * i + 5);
    }

    failed(55, 60);

    assertThat(health().failures()).isEqualTo(6);
    assertThat(health().pausedUntil()).isEqualTo(at(60 + 20));
  }

  @Test
  void an_endpoint_that_asks_to_be_left_alone_is_by_whichever_try_it_says_so() {
    failed(0, 5);

    failed(1, 6, at(100));

    assertThat(health().failures()).isEqualTo(1);
    assertThat(health().pausedUntil()).isEqualTo(at(100));
  }

  @Test
  void a_success_begins_the_count_anew() {
    failed(0, 5);
    owners.act(owner, () -> health.succeeded(endpoint, at(400 * 86_400)));

    failed(1, 6);

    assertThat(health().failures()).isEqualTo(1);
    assertThat(health().failingSince()).isEqualTo(at(6));
  }
}
