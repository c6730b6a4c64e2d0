package dev.followthrough.platform.duework;

import dev.followthrough.platform.fault.Infrastructure;
import dev.followthrough.platform.owner.Owners;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
  private static final int BATCH = 50;

  private final List<DueHandler> handlers;
  private final DueTable table;
  private final Owners owners;
  private final BusinessTime time;
  private final MeterRegistry metrics;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile Instant sleepsUntil = Instant.MIN;
  private Thread thread;

  DueRunner(
      @All List<DueHandler> handlers,
      DueTable table,
      Owners owners,
      BusinessTime time,
      MeterRegistry metrics) {
    this.handlers = handlers;
    this.table = table;
    this.owners = owners;
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
        var done = 0;
        for (var owner : waiting) {
          done += runAll(handler, owner);
        }
        if (done == 0) {
          break;
        }
      } while (!waiting.isEmpty());
    }
  }

  private int runAll(DueHandler handler, UUID owner) throws SQLException {
    var done = 0;
    var batch = BATCH;
    while (true) {
      try {
        var size = batch;
        Supplier<Integer> work = () -> runBatch(handler, owner, size);
        var claimed = handler.alone() ? owners.alone(owner, work) : owners.act(owner, work);
        done += claimed;
        if (claimed < size) {
          return done;
        }
      } catch (RuntimeException e) {
        if (Infrastructure.isAtFault(e)) {
          throw e;
        }
        if (batch == 1) {
          LOG.errorf(e, "due work %s of an owner failed and is put off", handler.kind());
          metrics.counter("followthrough.due.failed", "kind", handler.kind()).increment();
          table.postponeFirst(handler.kind(), owner, time.now());
        }
        // one of the batch is at fault: alone it delays none of the others
        batch = 1;
      }
    }
  }

  private int runBatch(DueHandler handler, UUID owner, int size) {
    handler.beforeClaim();
    var claimed = table.claim(handler.kind(), owner, time.now(), size);
    claimed.forEach(due -> handler.run(due.subjectId(), due.dueAt()));
    return claimed.size();
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
