package dev.followthrough.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Housekeeping: makes the outbox's next partitions, drops old ones, forgets idempotency keys after
 * a day, and measures the outbox's lag.
 */
@ApplicationScoped
class OutboxKeeper {

  private static final Logger LOG = Logger.getLogger(OutboxKeeper.class);

  private final AgroalDataSource database;
  private final OutboxTable table;
  private final OutboxConfig config;
  private final MeterRegistry metrics;
  private ScheduledExecutorService timer;

  OutboxKeeper(
      AgroalDataSource database, OutboxTable table, OutboxConfig config, MeterRegistry metrics) {
    this.database = database;
    this.table = table;
    this.config = config;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(300) StartupEvent event) {
    metrics.gauge("followthrough.outbox.lag", this, OutboxKeeper::lag);
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-keeper").factory());
    var _ = timer.scheduleWithFixedDelay(this::tend, 0, 1, TimeUnit.HOURS);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void tend() {
    try (var connection = database.getConnection()) {
      try (var tend = connection.prepareStatement("select tend_outbox(?)")) {
        tend.setInt(1, config.keepDays());
        tend.execute();
      }
      try (var purge = connection.prepareStatement("select purge_idempotency_keys(?)")) {
        purge.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minusHours(24));
        purge.execute();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warnf("housekeeping waits for its next turn: %s", e.getMessage());
    }
  }

  private double lag() {
    try {
      return table.lag();
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
