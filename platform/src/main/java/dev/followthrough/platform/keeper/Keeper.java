package dev.followthrough.platform.keeper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has what a service keeps for a stated time only forgotten, every hour. Who takes a step holds it
 * for the session of a connection, so that a replica that dies gives it back; another replica that
 * comes to it meanwhile leaves it out.
 */
@ApplicationScoped
class Keeper {

  static final int AT_ONCE = 5_000;
  private static final Logger LOG = Logger.getLogger(Keeper.class);
  private static final String OF_STEP = "(hashtextextended('keeper ' || current_schema() || ?, 0))";

  private final List<KeeperStep> steps;
  private final AgroalDataSource database;
  private ScheduledExecutorService timer;

  Keeper(@All List<KeeperStep> steps, AgroalDataSource database) {
    this.steps = steps;
    this.database = database;
  }

  void start(@Observes @Priority(400) StartupEvent event) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("keeper").factory());
    var _ = timer.scheduleWithFixedDelay(this::tend, 10, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    timer.shutdownNow();
  }

  /** Takes every step that no other replica is at; one that fails has its next turn. */
  void tend() {
    for (var step : steps) {
      try (var connection = database.getConnection()) {
        if (holds("pg_try_advisory_lock", connection, step)) {
          try {
            tend(step);
          } finally {
            var _ = holds("pg_advisory_unlock", connection, step);
          }
        }
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("%s: the old ones are forgotten later: %s", step.name(), e.getMessage());
      }
    }
  }

  private static void tend(KeeperStep step) throws SQLException {
    while (step.forget(AT_ONCE) >= AT_ONCE && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private static boolean holds(String what, Connection connection, KeeperStep step)
      throws SQLException {
    try (var statement = connection.prepareStatement("select " + what + OF_STEP)) {
      statement.setString(1, step.name());
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }
}
