package dev.followthrough.system.faults;

import static org.awaitility.Awaitility.await;

import dev.followthrough.stack.infra.PostgresProcess;
import dev.followthrough.system.client.OwnStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a process is killed, and how long the clients at work feel it. */
final class Victims {

  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private Victims() {}

  /** Ends the process as {@code kill -9} does, with its children; all are gone on return. */
  static void kill(ProcessHandle process) {
    var family = new ArrayList<>(process.descendants().toList());
    family.addFirst(process);
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(one -> one.onExit().join());
  }

  /** Kills a service's processes; or {@code postgres}; or {@code infra}, which is both stores. */
  static void killAll(OwnStack stack, String piece) {
    var database = PostgresProcess.find(stack.data());
    stack.processes(piece).forEach(Victims::kill);
    if (piece.equals("postgres") || piece.equals("infra")) {
      // a daemon, and so nobody's child
      kill(database.orElseThrow());
    }
  }

  /**
   * Waits until every client has gone through all services since, and none was refused for some
   * seconds: from then on the death is got over. Returns how long after it a client was last
   * refused.
   */
  static Duration recovery(Instant killed, List<OwnerAtWork> owners, String victim) {
    await()
        .alias("recovery from the death of " + victim)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> owners.stream().allMatch(owner -> isWell(owner, killed)));
    var lastFailure =
        owners.stream().map(owner -> owner.workload().lastFailure()).max(Instant::compareTo);
    var took = Duration.between(killed, lastFailure.orElseThrow());
    System.out.printf(
        "recovered from the death of %s in %d ms%n", victim, Math.max(0, took.toMillis()));
    return took;
  }

  private static boolean isWell(OwnerAtWork owner, Instant killed) {
    var quietSince = Instant.now().minus(QUIET);
    return owner.workload().lastWholeRound().isAfter(killed)
        && owner.workload().lastFailure().isBefore(quietSince);
  }
}
