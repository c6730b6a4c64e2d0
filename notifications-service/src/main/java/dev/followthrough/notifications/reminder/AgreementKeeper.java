package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets the copies of agreements that are over, with their reminders, as long after their
 * deadline as reminders are kept: as one, so that no change of policy plans one of them anew.
 */
@ApplicationScoped
class AgreementKeeper implements KeeperStep {

  private final Sql sql;
  private final BusinessTime time;

  AgreementKeeper(Sql sql, BusinessTime time) {
    this.sql = sql;
    this.time = time;
  }

  @Override
  public String name() {
    return "agreements and their reminders";
  }

  @Override
  public int forget(int most) {
    return sql.first(
            "select purge_agreements(?, ?)",
            row -> row.getInt(1),
            time.now().minus(ReminderKeeper.KEPT),
            most)
        .orElseThrow();
  }
}
