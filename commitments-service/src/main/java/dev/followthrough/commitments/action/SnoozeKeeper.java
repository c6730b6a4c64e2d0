package dev.followthrough.commitments.action;

import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets for how long lines were hidden that show again. */
@ApplicationScoped
class SnoozeKeeper implements KeeperStep {

  private final Sql sql;
  private final BusinessTime time;

  SnoozeKeeper(Sql sql, BusinessTime time) {
    this.sql = sql;
    this.time = time;
  }

  @Override
  public String name() {
    return "snoozes";
  }

  @Override
  public int forget(int most) {
    return sql.first("select purge_snoozes(?, ?)", row -> row.getInt(1), time.now(), most)
        .orElseThrow();
  }
}
