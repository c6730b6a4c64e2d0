package dev.followthrough.notifications.message;

import dev.followthrough.notifications.time.TransportTime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets messages after 30 days, with what still waits for an endpoint that was disabled. */
@ApplicationScoped
class LogKeeper {

  static final Duration KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 5_000;
  private static final Logger LOG = Logger.getLogger(LogKeeper.class);

  private final AgroalDataSource database;
  private final TransportTime time;
  private ScheduledExecutorService timer;

  LogKeeper(AgroalDataSource database, TransportTime time) {
    this.database = database;
    this.time = time;
  }

  void start(@Observes @Priority(400) StartupEvent event) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-keeper").factory());
    var _ = timer.scheduleWithFixedDelay(this::tend, 10, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void tend() {
    try {
      while (purge() == AT_ONCE) {
        Thread.onSpinWait();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warnf("old messages are forgotten later: %s", e.getMessage());
    }
  }

  /**
   * @return how many messages went
   */
  int purge() throws SQLException {
    var oldest = time.now().minus(KEPT).atOffset(ZoneOffset.UTC);
    try (var connection = database.getConnection();
        var purge = connection.prepareStatement("select purge_forgotten(?, ?)")) {
      mark(connection, oldest);
      purge.setObject(1, oldest);
      purge.setInt(2, AT_ONCE);
      try (var result = purge.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }

  /** Marks each log by itself, so that none is held while another is; one in use has its turn. */
  private static void mark(Connection connection, OffsetDateTime oldest) throws SQLException {
    try (var old = connection.prepareStatement("select * from old_messages(?, ?)");
        var mark = connection.prepareStatement("select mark_forgotten(?, ?)")) {
      old.setObject(1, oldest);
      old.setInt(2, AT_ONCE);
      try (var logs = old.executeQuery()) {
        while (logs.next()) {
          mark.setObject(1, logs.getObject(1));
          mark.setLong(2, logs.getLong(2));
          mark.execute();
        }
      }
    }
  }
}
