package dev.followthrough.platform.position;

import dev.followthrough.platform.inbox.Applied;
import dev.followthrough.platform.inbox.InboxPositions;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a request wait until this service has seen what the same owner has just done at another one.
 * A wait holds no transaction and no connection, ends when the consumer (of any replica) has caught
 * up, and is capped in time and per owner.
 */
@ApplicationScoped
public class Positions {

  private static final Duration FOR_A_POSITION = Duration.ofSeconds(3);
  private static final Duration FOR_AN_ID = Duration.ofSeconds(2);
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(5);
  private static final Duration LONGEST_LOOK = Duration.ofMillis(50);
  private static final int WAITS_PER_OWNER = 32;

  private final InboxPositions inbox;
  private final Applied applied;
  private final MeterRegistry metrics;
  private final ConcurrentHashMap<UUID, AtomicInteger> waiting = new ConcurrentHashMap<>();

  Positions(InboxPositions inbox, Applied applied, MeterRegistry metrics) {
    this.inbox = inbox;
    this.applied = applied;
    this.metrics = metrics;
  }

  /**
   * Waits until the source's events up to the position have been applied here.
   *
   * @throws dev.followthrough.platform.problem.ProblemException 503 when they have not after 3 s
   */
  public void awaitPosition(String source, long position) {
    var seen =
        await(
            FOR_A_POSITION,
            () -> inbox.last(source) >= position ? Optional.of(true) : Optional.empty());
    if (seen.isEmpty()) {
      throw unavailable("Position " + source + "." + position + " has not arrived here yet.");
    }
  }

  /**
   * Looks until something is found, for up to 2 s: for an id that another service may just have
   * made.
   *
   * @param look runs in a transaction of its own, each time anew
   */
  public <T> Optional<T> awaitId(Supplier<Optional<T>> look) {
    return await(FOR_AN_ID, look);
  }

  private <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> look) {
    var found = QuarkusTransaction.requiringNew().call(look::get);
    if (found.isPresent()) {
      return found;
    }
    var owner = CurrentOwner.require();
    var mine = waiting.computeIfAbsent(owner, key -> new AtomicInteger());
    if (mine.incrementAndGet() > WAITS_PER_OWNER) {
      leave(owner, mine);
      throw unavailable("Too many requests of this owner are waiting already.");
    }
    var timer = io.micrometer.core.instrument.Timer.start(metrics);
    try {
      return lookUntil(System.nanoTime() + atMost.toNanos(), look);
    } finally {
      timer.stop(metrics.timer("followthrough.position.wait"));
      leave(owner, mine);
    }
  }

  private <T> Optional<T> lookUntil(long deadline, Supplier<Optional<T>> look) {
    var pause = SHORTEST_LOOK;
    while (true) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (left.isNegative() || Thread.currentThread().isInterrupted()) {
        return Optional.empty();
      }
      applied.await(left.compareTo(pause) < 0 ? left : pause);
      var found = QuarkusTransaction.requiringNew().call(look::get);
      if (found.isPresent()) {
        return found;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : pause.multipliedBy(2);
    }
  }

  private void leave(UUID owner, AtomicInteger mine) {
    if (mine.decrementAndGet() == 0) {
      waiting.remove(owner, mine);
    }
  }

  private static dev.followthrough.platform.problem.ProblemException unavailable(String detail) {
    return Problems.UNAVAILABLE.because(detail).header("Retry-After", "1");
  }
}
