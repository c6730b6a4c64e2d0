package dev.followthrough.platform.duework;

import dev.followthrough.platform.time.BusinessTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does local due work: the claim and the effect are one transaction, so that a crash undoes both
 * and another replica takes over. Sleeps until the next due instant, one second at most. Work that
 * fails is put off and delays no other.
 */
@ApplicationScoped
public class DueRunner {

  private static final Logger LOG = Logger.getLogger(DueRunner.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
  private static final int LOOK_AHEAD = 500;
  private static final int OWNERS_AT_ONCE = 4;

  private final List<DueHandler> handlers;
  private final DueTable table;
  private final DueBatches batches;
  private final BusinessTime time;
  private final MeterRegistry metrics;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          OWNERS_AT_ONCE, Thread.ofVirtual().name("due-work-", 0).factory());
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile Instant sleepsUntil = Instant.MIN;
  private Thread thread;

  DueRunner(
      @All List<DueHandler> handlers,
      DueTable table,
      DueBatches batches,
      BusinessTime time,
      MeterRegistry metrics) {
    this.handlers = handlers;
    this.table = table;
    this.batches = batches;
    this.time = time;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    metrics.gauge("followthrough.due.lag", this, DueRunner::lag);
    if (!handlers.isEmpty()) {
      running = true;
      thread = Thread.ofPlatform().name("due-work").start(this::run);
    }
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
    running = false;
    wakeUps.release();
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
    workers.shutdown();
  }

  /** Says that something will be due then; wakes the runner if it would oversleep it. */
  void wakeFor(Instant dueAt) {
    if (dueAt.isBefore(sleepsUntil) && wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /** Does all that is due at this business instant; what another replica holds is left to it. */
  public void runDue() throws SQLException {
    for (var handler : handlers) {
      List<UUID> waiting;
      do {
        waiting = table.ownersWithWork(handler.kind(), time.now(), LOOK_AHEAD);
        if (runAll(handler, waiting) == 0) {
          break;
        }
      } while (!waiting.isEmpty());
    }
  }

  /** Owners side by side, some at once; what one of them cannot do now fails after the others. */
  private int runAll(DueHandler handler, List<UUID> waiting) {
    var working =
        waiting.stream()
            .map(owner -> workers.submit(() -> batches.runAll(handler, owner)))
            .toList();
    var done = 0;
    RuntimeException failed = null;
    for (var one : working) {
      try {
        done += one.get();
      } catch (ExecutionException e) {
        failed = new IllegalStateException(e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted at due work", e);
      }
    }
    if (failed != null) {
      throw failed;
    }
    return done;
  }

  private void run() {
    while (running) {
      var sleep = LONGEST_SLEEP;
      try {
        runDue();
        sleep = untilNext();
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("due work waits: %s", e.getMessage());
        LOG.debug("due work failed", e);
      }
      try {
        wakeUps.tryAcquire(sleep.toNanos(), TimeUnit.NANOSECONDS);
        wakeUps.drainPermits();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Duration untilNext() throws SQLException {
    var now = time.now();
    var until = now.plus(LONGEST_SLEEP);
    sleepsUntil = until;
    for (var handler : handlers) {
      var next = table.next(handler.kind(), now);
      if (next.isPresent() && next.get().isBefore(until)) {
        until = next.get();
      }
    }
    sleepsUntil = until;
    var sleep = Duration.between(now, until);
    return sleep.isNegative() ? Duration.ZERO : sleep;
  }

  private double lag() {
    try {
      return table.lag(time.now());
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
