package dev.followthrough.platform.inbox;

import dev.followthrough.platform.fault.Infrastructure;
import dev.followthrough.platform.outbox.EventRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Gives parked records another chance, per owner in their order, each time after a longer pause. A
 * gap closes by itself once the missing record has arrived: it is parked behind the others and
 * sorts before them.
 */
@ApplicationScoped
public class Redrive {

  private static final Logger LOG = Logger.getLogger(Redrive.class);

  private final Inbox inbox;
  private final ParkedRecords parked;
  private final MeterRegistry metrics;
  private ScheduledExecutorService timer;

  Redrive(Inbox inbox, ParkedRecords parked, MeterRegistry metrics) {
    this.inbox = inbox;
    this.parked = parked;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(300) StartupEvent event) {
    metrics.gauge("followthrough.inbox.parked.owners", this, Redrive::parkedOwners);
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("redrive").factory());
    var _ = timer.scheduleWithFixedDelay(() -> safely(false), 1, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    timer.shutdownNow();
  }

  /** How many (source, owner) wait for a parked record. */
  public long parkedOwners() {
    return parked.owners();
  }

  /**
   * Tries every parked owner.
   *
   * @param now whether also those whose pause has not ended
   * @return how many records were applied
   */
  public synchronized int run(boolean now) {
    var done = 0;
    var regardlessOfTime = now;
    while (true) {
      var progress = 0;
      for (var event : parked.firstsDue(regardlessOfTime)) {
        if (retry(event)) {
          progress++;
        }
      }
      if (progress == 0) {
        return done;
      }
      // what stood behind an applied record is due at once
      regardlessOfTime = true;
      done += progress;
    }
  }

  private boolean retry(EventRecord event) {
    try {
      inbox.applyParked(event);
      parked.remove(event);
      return true;
    } catch (RuntimeException e) {
      if (Infrastructure.isAtFault(e)) {
        throw e;
      }
      parked.postpone(event, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void safely(boolean now) {
    try {
      run(now);
    } catch (RuntimeException e) {
      LOG.warnf("redrive waits for its next turn: %s", e.getMessage());
    }
  }
}
