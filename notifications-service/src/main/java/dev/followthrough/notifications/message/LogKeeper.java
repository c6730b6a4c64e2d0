package dev.followthrough.notifications.message;

import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Forgets messages after 30 days, with what still waits for an endpoint that was disabled. */
@ApplicationScoped
class LogKeeper implements KeeperStep {

  static final Duration KEPT = Duration.ofDays(30);

  private final Sql sql;
  private final TransportTime time;

  LogKeeper(Sql sql, TransportTime time) {
    this.sql = sql;
    this.time = time;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public int forget(int most) {
    var oldest = time.now().minus(KEPT);
    mark(oldest, most);
    return sql.first("select purge_forgotten(?, ?)", row -> row.getInt(1), oldest, most)
        .orElseThrow();
  }

  private record Old(UUID owner, long place) {}

  /** Marks each log by itself, so that none is held while another is; one in use has its turn. */
  private void mark(Instant oldest, int most) {
    sql.list(
            "select owner_id, highest from old_messages(?, ?)",
            row -> new Old(row.getObject(1, UUID.class), row.getLong(2)),
            oldest,
            most)
        .forEach(old -> sql.exists("select mark_forgotten(?, ?)", old.owner(), old.place()));
  }
}
