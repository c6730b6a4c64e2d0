package dev.followthrough.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Publishes committed events, by state and not by id: whatever is not yet published goes out, per
 * owner in the order of positions. Woken after each commit of this process; another replica's
 * leftovers are found by polling. One replica works on a bucket at a time; a pass takes every
 * bucket that it can have, and waits for the broker once for all of them.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration AGAIN_SOON = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final AgroalDataSource database;
  private final OutboxTable table;
  private final EventSender sender;
  private final OutboxConfig config;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private Thread thread;

  Relay(AgroalDataSource database, OutboxTable table, EventSender sender, OutboxConfig config) {
    this.database = database;
    this.table = table;
    this.sender = sender;
    this.config = config;
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    if (config.relay()) {
      running = true;
      thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }
  }

  /** Ends the batch at hand; what is left waits in the table for the next start. */
  void stop(@Observes @Priority(200) ShutdownEvent event) throws InterruptedException {
    running = false;
    wake();
    if (thread != null) {
      thread.join(Duration.ofSeconds(12));
    }
  }

  /** Says that there is something to publish. Never blocks. */
  public void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  private void run() {
    var pause = config.poll();
    while (running) {
      try {
        wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
        pause = publishAll() ? config.poll() : AGAIN_SOON;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        pause = longer(pause);
        LOG.warnf("events wait in the outbox and go out later: %s", e.getMessage());
        LOG.debug("the relay failed", e);
      }
    }
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.compareTo(Duration.ofMillis(250)) < 0 ? Duration.ofMillis(250) : pause;
    doubled = doubled.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /**
   * @return whether every bucket was free: if not, another replica holds one and may just have
   *     missed our row
   */
  private boolean publishAll() {
    Pass pass;
    do {
      pass = QuarkusTransaction.requiringNew().call(this::publish);
      if (pass.failed()) {
        throw new IllegalStateException("the broker did not take every event");
      }
    } while (running && pass.more());
    return !pass.heldByAnother();
  }

  private record Pass(boolean heldByAnother, boolean more, boolean failed) {}

  private Pass publish() throws SQLException {
    try (var connection = database.getConnection()) {
      var waiting = table.take(connection);
      if (waiting.ours().isEmpty()) {
        return new Pass(waiting.othersToo(), false, false);
      }
      // an event whose mark a crash of the database forgets is only sent again
      table.relax(connection);
      var ofEach = Math.max(1, config.batch() / waiting.ours().size());
      var rows = table.unpublished(connection, waiting.ours(), ofEach);
      var sent = sender.send(rows.stream().map(OutboxTable.Row::record).toList());
      table.markPublished(connection, upToFirstFailure(rows, sent));
      return new Pass(waiting.othersToo(), rows.size() >= ofEach, sent.contains(false));
    }
  }

  /** An owner's events after one that failed are sent again, so that none overtakes it for good. */
  private static List<OutboxTable.Row> upToFirstFailure(
      List<OutboxTable.Row> rows, List<Boolean> sent) {
    var marked = new ArrayList<OutboxTable.Row>();
    var failedOwners = new HashSet<UUID>();
    for (var i = 0; i < rows.size(); i++) {
      var owner = rows.get(i).record().owner();
      if (sent.get(i) && !failedOwners.contains(owner)) {
        marked.add(rows.get(i));
      } else {
        failedOwners.add(owner);
      }
    }
    return marked;
  }
}
