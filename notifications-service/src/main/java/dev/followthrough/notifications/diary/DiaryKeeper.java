package dev.followthrough.notifications.diary;

import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;

/** Forgets what no calendar is told any more. */
@ApplicationScoped
class DiaryKeeper implements KeeperStep {

  private final Sql sql;
  private final BusinessTime time;

  DiaryKeeper(Sql sql, BusinessTime time) {
    this.sql = sql;
    this.time = time;
  }

  @Override
  public String name() {
    return "diary entries";
  }

  @Override
  public int forget(int most) {
    var today = time.now().truncatedTo(ChronoUnit.DAYS);
    return sql.first(
            "select purge_diary(?, ?, ?)",
            row -> row.getInt(1),
            today.minus(Diary.BACK),
            today.minus(Diary.CANCELLED_KEPT),
            most)
        .orElseThrow();
  }
}
