package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.home.StackState.Piece;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.infra.InfraAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Runs a stack: the process of Postgres and Kafka, one process for each service, and in this
 * process the issuer and the gateway. Starts again what dies, and stops all in order: the gateway,
 * the services, then what they depend on.
 */
public final class Supervisor {

  /** The name of the process of Postgres and Kafka. */
  public static final String INFRA = "infra";

  private static final Duration START_LIMIT = Duration.ofSeconds(240);
  private static final int HOPELESS_ENDINGS = 3;
  private static final int POLL_MILLIS = 50;
  // the common pool of a small machine has one thread, and these block
  private static final Executor EACH_ITS_OWN = Thread::startVirtualThread;

  private final StackSettings settings;
  private final Progress progress;
  private final StartCaches caches;
  private final Readiness readiness = new Readiness();
  private final List<Child> children = new CopyOnWriteArrayList<>();
  private final Child.Watcher watcher = new ChildWatcher();
  private final FrontDoor frontDoor;
  private volatile boolean ready;
  private final AtomicBoolean stopping = new AtomicBoolean();

  public Supervisor(StackSettings settings, Progress progress, StartCaches caches) {
    this.settings = settings;
    this.progress = progress;
    this.caches = caches;
    this.frontDoor = new FrontDoor(settings, progress);
  }

  /** Starts everything and returns when all of it is ready; the caller holds the stack's lock. */
  public void start() throws IOException {
    int stopped = Leftovers.stop(settings.data());
    if (stopped > 0) {
      progress.say("Stopped " + stopped + " process(es) that an earlier run had left.");
    }
    PortCheck.requireFree(settings);
    var secrets = StackSecrets.at(settings.data());
    var infra = new InfraChild(settings, caches);
    Child infraChild = started(infra.create(watcher));
    String jwksUri = frontDoor.openIssuer();
    InfraAddress address = infraReady(infra, infraChild);
    infra.bootstrap(address, secrets);

    List<CompletableFuture<Void>> waits = new ArrayList<>();
    for (String service : DatabaseBootstrap.SERVICES) {
      for (var replica : settings.ports().replicasOf(service).entrySet()) {
        var serviceChild =
            new ServiceChild(settings, caches, service, replica.getKey(), replica.getValue());
        Child child = started(serviceChild.create(address, jwksUri, secrets, watcher));
        waits.add(
            CompletableFuture.runAsync(() -> serviceReady(serviceChild, child), EACH_ITS_OWN));
      }
    }
    frontDoor.openGateway();
    waits.forEach(CompletableFuture::join);
  }

  /** Notes for other commands that all is ready and told. */
  public void noteReady() {
    ready = true;
    note();
  }

  /** Whether there is anything to stop. */
  public boolean hasStarted() {
    return !children.isEmpty();
  }

  /** Stops everything, and forgets the state. */
  public void stop() {
    if (!stopping.compareAndSet(false, true)) {
      return;
    }
    frontDoor.closeGateway();
    children.stream()
        .filter(child -> !child.name().equals(INFRA))
        .map(
            child -> CompletableFuture.runAsync(() -> child.stop(caches.stopLimit()), EACH_ITS_OWN))
        .toList()
        .forEach(CompletableFuture::join);
    children.forEach(child -> child.stop(caches.stopLimit()));
    frontDoor.close();
    try {
      StackState.clear(settings.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Child started(Child child) {
    children.add(child);
    if (stopping.get()) {
      throw new Refusal("Stopped while starting.");
    }
    child.start();
    return child;
  }

  private InfraAddress infraReady(InfraChild infra, Child child) {
    await(child, "Postgres and Kafka", () -> infra.address(child).isPresent());
    InfraAddress address = infra.address(child).orElseThrow();
    progress.ready("Postgres", address.postgresMillis());
    progress.ready("Kafka", address.kafkaMillis());
    return address;
  }

  private void serviceReady(ServiceChild service, Child child) {
    long from = progress.elapsedMillis();
    await(child, child.name(), () -> readiness.isReady(service.readyUrl()));
    progress.ready(child.name(), progress.elapsedMillis() - from);
  }

  private void await(Child child, String what, BooleanSupplier isReady) {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady.getAsBoolean()) {
      if (stopping.get()) {
        throw new Refusal("Stopped while starting.");
      }
      if (child.endings() >= HOPELESS_ENDINGS || System.nanoTime() > limit) {
        throw new Refusal(
            "%s: no start. The end of %s:%n%s"
                .formatted(what, child.log(), LogTail.of(child.log())));
      }
      try {
        Thread.sleep(POLL_MILLIS); // bounded by START_LIMIT
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new Refusal("Interrupted while starting.");
      }
    }
  }

  private synchronized void note() {
    List<Piece> running = children.stream().flatMap(child -> child.piece().stream()).toList();
    try {
      new StackState(
              Piece.of("supervisor", ProcessHandle.current()), settings.baseUrl(), ready, running)
          .write(settings.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class ChildWatcher implements Child.Watcher {

    @Override
    public void started(Child child) {
      if (!stopping.get()) {
        note();
      }
    }

    @Override
    public void ended(Child child, int exitCode, Duration wait) {
      String when = wait.isZero() ? "at once" : "in " + wait.toSeconds() + " s";
      progress.say(
          "%s ended unexpectedly (code %d); it is started again %s. Its log: %s"
              .formatted(child.name(), exitCode, when, child.log()));
    }
  }
}
