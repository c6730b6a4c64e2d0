package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.message.LogReader;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets what was left of deliveries when their messages went. */
@ApplicationScoped
class DeliveryKeeper implements KeeperStep {

  private final Sql sql;
  private final TransportTime time;

  DeliveryKeeper(Sql sql, TransportTime time) {
    this.sql = sql;
    this.time = time;
  }

  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public int forget(int most) {
    return sql.first(
            "select purge_deliveries(?, ?)",
            row -> row.getInt(1),
            time.now().minus(LogReader.KEPT),
            most)
        .orElseThrow();
  }
}
