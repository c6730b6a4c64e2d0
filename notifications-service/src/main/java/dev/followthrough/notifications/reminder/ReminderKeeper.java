package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets the reminders of days that have long gone. */
@ApplicationScoped
class ReminderKeeper implements KeeperStep {

  /** So long a reminder can be read after it was sent or not needed any more. */
  static final Duration KEPT = Duration.ofDays(90);

  private final Sql sql;
  private final BusinessTime time;

  ReminderKeeper(Sql sql, BusinessTime time) {
    this.sql = sql;
    this.time = time;
  }

  @Override
  public String name() {
    return "reminders";
  }

  @Override
  public int forget(int most) {
    return sql.first(
            "select purge_reminders(?, ?)", row -> row.getInt(1), time.now().minus(KEPT), most)
        .orElseThrow();
  }
}
