package dev.followthrough.system.faults;

import static org.awaitility.Awaitility.await;

import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.OwnStack;
import dev.followthrough.system.client.RunningStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** How a process is killed, and how long the product needs to get over it. */
final class Victims {

  private Victims() {}

  /** Ends the process as {@code kill -9} does, with its children. */
  static void kill(ProcessHandle process) {
    var family = new ArrayList<>(process.descendants().toList());
    family.addFirst(process);
    family.forEach(ProcessHandle::destroyForcibly);
  }

  static void killAll(OwnStack stack, String piece) {
    stack.processes(piece).forEach(Victims::kill);
  }

  /** From now until every service answers a new owner's call again. */
  static Duration recovery(RunningStack running, String victim) {
    var killed = Instant.now();
    var api = new Api(running.baseUrl(), running.token("recovery-" + victim));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(
            () ->
                api.post("/v1/contacts", "{\"name\": \"Somebody\"}").isSuccess()
                    && api.get("/v1/agreements").isSuccess()
                    && api.get("/v1/webhook-endpoints").isSuccess());
    var took = Duration.between(killed, Instant.now());
    System.out.printf("recovered from the death of %s in %d ms%n", victim, took.toMillis());
    return took;
  }
}
