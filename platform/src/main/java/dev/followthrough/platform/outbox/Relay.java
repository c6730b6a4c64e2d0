package dev.followthrough.platform.outbox;

import dev.followthrough.platform.outbox.OutboxTable.Row;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private final StuckOwners stuck;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private Thread thread;

  Relay(
      AgroalDataSource database,
      OutboxTable table,
      EventSender sender,
      OutboxConfig config,
      StuckOwners stuck) {
    this.database = database;
    this.table = table;
    this.sender = sender;
    this.config = config;
    this.stuck = stuck;
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
      var rows = table.unpublished(connection, waiting.ours(), ofEach, stuck.all());
      var isFull = rows.size() >= ofEach;
      rows.addAll(triedAgain(connection, waiting.ours()));
      if (rows.isEmpty()) {
        return new Pass(waiting.othersToo(), false, false);
      }
      var batch = new Batch(rows, sender.send(rows.stream().map(Row::record).toList()));
      table.markPublished(connection, batch.upToFirstFailures());
      return new Pass(waiting.othersToo(), note(batch) || isFull, batch.waitsForTheBroker());
    }
  }

  /** The first events of those owners whose turn it is again; who has none left is not stuck. */
  private List<Row> triedAgain(Connection connection, List<Integer> buckets) throws SQLException {
    var due =
        stuck.due(Instant.now()).stream()
            .filter(owner -> buckets.contains(OutboxRows.bucketOf(owner, config)))
            .toList();
    var rows = table.firstOf(connection, buckets, due);
    var waiting = rows.stream().map(row -> row.record().owner()).toList();
    due.stream().filter(owner -> !waiting.contains(owner)).forEach(stuck::remove);
    return rows;
  }

  /**
   * @return whether there may be more now: of others behind an owner who is stuck since this batch,
   *     or of one who is not any more
   */
  private boolean note(Batch batch) {
    var more = false;
    for (var refused : batch.refused()) {
      if (stuck.add(refused.owner(), Instant.now())) {
        more = true;
        LOG.errorf(
            "the broker refuses event %s, a %s: the later events of owner %s wait for it, and no"
                + " others",
            refused.id(), refused.type(), refused.owner());
      }
    }
    for (var owner : batch.ownersWithoutFailure()) {
      more |= stuck.remove(owner);
    }
    return more;
  }
}
