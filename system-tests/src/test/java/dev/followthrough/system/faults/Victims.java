package dev.followthrough.system.faults;

import static org.awaitility.Awaitility.await;

import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.OwnStack;
import dev.followthrough.system.client.RunningStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How a process is killed, and how long the product needs to get over it. */
final class Victims {

  private Victims() {}

  /** Ends the process as {@code kill -9} does, with its children; all are gone on return. */
  static void kill(ProcessHandle process) {
    var family = new ArrayList<>(process.descendants().toList());
    family.addFirst(process);
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(one -> one.onExit().join());
  }

  static void killAll(OwnStack stack, String piece) {
    stack.processes(piece).forEach(Victims::kill);
  }

  /** From now until every service answers a new owner's call again. */
  static Duration recovery(RunningStack running, String victim) {
    var killed = Instant.now();
    var token = running.token("recovery-" + victim);
    for (var call :
        List.<Predicate<Api>>of(
            api -> api.post("/v1/contacts", "{\"name\": \"Somebody\"}").isSuccess(),
            api -> api.get("/v1/agreements").isSuccess(),
            api -> api.get("/v1/webhook-endpoints").isSuccess())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .until(() -> call.test(new Api(running.baseUrl(), token)));
    }
    var took = Duration.between(killed, Instant.now());
    System.out.printf("recovered from the death of %s in %d ms%n", victim, took.toMillis());
    return took;
  }
}
