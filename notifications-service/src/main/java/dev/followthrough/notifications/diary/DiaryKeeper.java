package dev.followthrough.notifications.diary;

import dev.followthrough.platform.time.BusinessTime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets what no calendar is told any more. */
@ApplicationScoped
class DiaryKeeper {

  private static final int AT_ONCE = 5_000;
  private static final Logger LOG = Logger.getLogger(DiaryKeeper.class);

  private final AgroalDataSource database;
  private final BusinessTime time;
  private ScheduledExecutorService timer;

  DiaryKeeper(AgroalDataSource database, BusinessTime time) {
    this.database = database;
    this.time = time;
  }

  void start(@Observes @Priority(400) StartupEvent event) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("diary-keeper").factory());
    var _ = timer.scheduleWithFixedDelay(this::tend, 15, 60, TimeUnit.MINUTES);
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
      LOG.warnf("old diary entries are forgotten later: %s", e.getMessage());
    }
  }

  /**
   * @return how many entries went
   */
  int purge() throws SQLException {
    var today = time.now().truncatedTo(ChronoUnit.DAYS);
    try (var connection = database.getConnection();
        var purge = connection.prepareStatement("select purge_diary(?, ?, ?)")) {
      purge.setObject(1, offset(today.minus(Diary.BACK)));
      purge.setObject(2, offset(today.minus(Diary.CANCELLED_KEPT)));
      purge.setInt(3, AT_ONCE);
      try (var result = purge.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    }
  }

  private static Object offset(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
