package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.time.BusinessTime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.ZoneOffset;

/**
 * A new version of this process may know newer rules of the world's zones. At its start every owner
 * with a reminder ahead gets a piece of due work, spread over some minutes, that plans anew what
 * was planned by others; for most there is nothing to do. It reads and writes the due work alone,
 * which names owners and nothing of them.
 */
@ApplicationScoped
class ZoneRulesCheck {

  private static final int SPREAD_SECONDS = 300;

  private final AgroalDataSource database;
  private final BusinessTime time;

  ZoneRulesCheck(AgroalDataSource database, BusinessTime time) {
    this.database = database;
    this.time = time;
  }

  void start(@Observes @Priority(190) StartupEvent event) throws SQLException {
    check(SPREAD_SECONDS);
  }

  /** Before the runner of due work starts, so that it is sorted in without waiting for anybody. */
  void check(int spreadSeconds) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into due_work (kind, owner_id, subject_id, due_at)
                select ?, owner_id, owner_id, ?::timestamptz + random() * ? * interval '1 second'
                from due_work where kind = any (?) group by owner_id
                on conflict do nothing
                """)) {
      statement.setString(1, Replanning.KIND);
      statement.setObject(2, time.now().atOffset(ZoneOffset.UTC));
      statement.setInt(3, spreadSeconds);
      statement.setArray(
          4,
          connection.createArrayOf(
              "text",
              new Object[] {
                AgreementReminders.KIND,
                AssessmentReminders.KIND,
                KeepInTouchReminders.KIND,
                AskReminders.KIND
              }));
      statement.executeUpdate();
    }
  }
}
