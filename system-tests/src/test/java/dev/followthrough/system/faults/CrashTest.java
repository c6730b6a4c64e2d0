package dev.followthrough.system.faults;

import dev.followthrough.system.client.OwnStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills every process of a stack that is at work, and looks whether anything was lost or doubled.
 */
class CrashTest {

  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final Duration WORK_BETWEEN = Duration.ofSeconds(2);
  private static final int OWNERS = 3;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void killing_each_process_in_turn_loses_and_doubles_nothing() throws Exception {
    var owners = new ArrayList<OwnerAtWork>();
    try (var stack = new OwnStack(PROJECT, data, Map.of())) {
      var running = stack.start();
      for (var i = 0; i < OWNERS; i++) {
        owners.add(OwnerAtWork.start(running, "crash-" + i));
      }
      for (var victim : List.of("contacts", "commitments", "notifications", "postgres", "infra")) {
        work();
        var killed = Instant.now();
        Victims.killAll(stack, victim);
        Victims.recovery(killed, owners, victim);
      }
      work();
      var killed = Instant.now();
      killSupervisor(stack);
      stack.start();
      Victims.recovery(killed, owners, "the supervisor");
      owners.forEach(OwnerAtWork::stop);
      for (var owner : owners) {
        owner.assertNothingLostOrDoubled();
      }
    } finally {
      owners.forEach(OwnerAtWork::close);
    }
  }

  /** The client goes on; only real time makes real processes work. */
  private static void work() {
    LockSupport.parkNanos(WORK_BETWEEN.toNanos());
  }

  private static void killSupervisor(OwnStack stack) {
    var supervisor = stack.supervisor();
    supervisor.destroyForcibly();
    supervisor.onExit().join();
  }
}
