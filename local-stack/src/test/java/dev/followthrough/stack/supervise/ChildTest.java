package dev.followthrough.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.stack.home.StackState.Piece;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest implements Child.Watcher {

  private final Queue<Integer> exitCodes = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();
  @TempDir private Path folder;

  @Test
  void a_killed_child_runs_again_and_a_stopped_one_does_not() {
    Child child = child("exec sleep 600");
    child.start();
    Piece first = child.piece().orElseThrow();

    first.process().orElseThrow().destroyForcibly();
    await().until(() -> child.piece().filter(p -> p.pid() != first.pid()).isPresent());
    child.stop(Duration.ofSeconds(5));

    assertThat(child.piece()).isEmpty();
    assertThat(child.endings()).isEqualTo(1);
    assertThat(exitCodes).containsExactly(137);
  }

  @Test
  void one_that_cannot_live_is_tried_again_ever_later() {
    Child child = child("exit 3");
    child.start();

    await().until(() -> child.endings() == 3);
    child.stop(Duration.ofSeconds(5));

    assertThat(waits).containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(exitCodes).containsOnly(3);
  }

  @Test
  void one_that_is_deaf_is_killed_after_the_limit() {
    Child child = child("trap '' TERM; while :; do sleep 1; done");
    child.start();

    child.stop(Duration.ofMillis(200));

    await().until(() -> child.piece().isEmpty());
  }

  private Child child(String script) {
    return new Child(
        "test", List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("log"), this);
  }

  @Override
  public void started(Child child) {
    // heard in piece()
  }

  @Override
  public void ended(Child child, int exitCode, Duration wait) {
    exitCodes.add(exitCode);
    waits.add(wait);
  }
}
