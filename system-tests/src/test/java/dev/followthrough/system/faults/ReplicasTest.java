package dev.followthrough.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.system.client.OwnStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of each service side by side: no work is done twice, each owner's order is kept.
 */
class ReplicasTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final Duration WORK_BETWEEN = Duration.ofSeconds(5);
  private static final int OWNERS = 3;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void two_replicas_share_the_work_and_one_may_die() throws Exception {
    var owners = new ArrayList<OwnerAtWork>();
    try (var stack = new OwnStack(PROJECT, data, Map.of("FOLLOWTHROUGH_REPLICAS", "2"))) {
      var running = stack.start();
      for (var service : List.of("contacts", "commitments", "notifications")) {
        assertThat(stack.processes(service)).hasSize(2);
      }
      for (var i = 0; i < OWNERS; i++) {
        owners.add(OwnerAtWork.start(running, "replica-" + i));
      }
      for (var service : List.of("notifications", "commitments", "contacts")) {
        LockSupport.parkNanos(WORK_BETWEEN.toNanos());
        Victims.kill(stack.processes(service).getFirst());
      }
      LockSupport.parkNanos(WORK_BETWEEN.toNanos());
      owners.forEach(OwnerAtWork::stop);
      for (var owner : owners) {
        owner.assertNothingLostOrDoubled();
      }
    } finally {
      owners.forEach(OwnerAtWork::close);
    }
  }
}
