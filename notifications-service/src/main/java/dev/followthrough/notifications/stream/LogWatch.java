package dev.followthrough.notifications.stream;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks, for all streams of this replica together, how far the logs of their owners have come: what
 * another replica logs is announced here by nobody. Also cuts off readers that are stuck.
 */
@ApplicationScoped
class LogWatch {

  private static final Logger LOG = Logger.getLogger(LogWatch.class);

  private final EventStreams streams;
  private final AgroalDataSource database;
  private final StreamConfig config;
  private ScheduledExecutorService timer;

  LogWatch(EventStreams streams, AgroalDataSource database, StreamConfig config) {
    this.streams = streams;
    this.database = database;
    this.config = config;
  }

  void start(@Observes @Priority(400) StartupEvent event) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-watch").factory());
    var pause = config.poll().toMillis();
    var _ = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void look() {
    try {
      var all = streams.all();
      all.forEach(stream -> stream.cutIfStuck(config.stuckAfter()));
      if (!all.isEmpty()) {
        var heads = heads(streams.owners());
        all.forEach(stream -> stream.reached(heads.getOrDefault(stream.owner(), 0L)));
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warnf("event streams wait for what other replicas log: %s", e.getMessage());
    }
  }

  private Map<UUID, Long> heads(Set<UUID> owners) throws SQLException {
    var heads = new HashMap<UUID, Long>();
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select owner_id, last from log_heads(?)")) {
      select.setArray(1, connection.createArrayOf("uuid", owners.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          heads.put(rows.getObject("owner_id", UUID.class), rows.getLong("last"));
        }
      }
    }
    return heads;
  }
}
