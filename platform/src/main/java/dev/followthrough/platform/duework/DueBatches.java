package dev.followthrough.platform.duework;

import dev.followthrough.platform.fault.Infrastructure;
import dev.followthrough.platform.owner.OwnerBusy;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.time.BusinessTime;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Due work of one owner, a batch in a transaction. What fails is put off, alone, and delays nothing
 * else.
 */
@ApplicationScoped
class DueBatches {

  private static final Logger LOG = Logger.getLogger(DueBatches.class);
  private static final int BATCH = 50;

  private final DueTable table;
  private final Owners owners;
  private final EntityManager entities;
  private final BusinessTime time;
  private final MeterRegistry metrics;

  DueBatches(
      DueTable table,
      Owners owners,
      EntityManager entities,
      BusinessTime time,
      MeterRegistry metrics) {
    this.table = table;
    this.owners = owners;
    this.entities = entities;
    this.time = time;
    this.metrics = metrics;
  }

  /**
   * Does all that is due of one owner.
   *
   * @return how much
   * @throws RuntimeException for a fault of the infrastructure only
   */
  int runAll(DueHandler handler, UUID owner) throws SQLException {
    var done = 0;
    var batch = BATCH;
    while (true) {
      try {
        var size = batch;
        Supplier<Integer> work = () -> runBatch(handler, owner, size);
        var claimed = handler.alone() ? owners.alone(owner, work) : owners.actIfFree(owner, work);
        done += claimed;
        if (claimed < size) {
          return done;
        }
      } catch (OwnerBusy e) {
        // an erasure: the next round finds what is left, and no other owner waits for it
        return done;
      } catch (RuntimeException e) {
        if (Infrastructure.isAtFault(e)) {
          throw e;
        }
        if (batch == 1) {
          LOG.errorf(e, "due work %s of an owner failed and is put off", handler.kind());
          metrics.counter("followthrough.due.failed", "kind", handler.kind()).increment();
          if (table.postponeFirst(handler.kind(), owner, time.now()) == 0) {
            return done;
          }
        }
        // one of the batch is at fault: alone it delays none of the others
        batch = 1;
      }
    }
  }

  private int runBatch(DueHandler handler, UUID owner, int size) {
    handler.beforeClaim();
    var claimed = table.claim(handler.kind(), owner, time.now(), size);
    for (var due : claimed) {
      handler.run(due.subjectId(), due.dueAt());
      // what the next one does not need is not looked through for changes at each of its queries
      entities.flush();
      entities.clear();
    }
    return claimed.size();
  }
}
