package dev.followthrough.notifications.delivery;

import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the owner can read of each try. */
@ApplicationScoped
public class AttemptLog {

  private final Sql sql;

  AttemptLog(Sql sql) {
    this.sql = sql;
  }

  /**
   * One try.
   *
   * @param statusCode the answer's, or null when none came
   * @param outcome {@code delivered}, {@code failed} or {@code refused}
   * @param detail why it failed, in words for the owner, or null
   * @param excerpt the start of the answer, or null
   */
  public record Try(
      Instant startedAt,
      Duration latency,
      Integer statusCode,
      String outcome,
      String detail,
      String excerpt) {}

  /** Adds a try to the log of a delivery, in the transaction that settles it. */
  @Transactional(TxType.MANDATORY)
  public void add(UUID deliveryId, int number, Try made) {
    sql.update(
        """
        insert into delivery_attempt (owner_id, id, version, delivery_id, number, started_at,
          latency_ms, status_code, outcome, detail, excerpt)
        values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        CurrentOwner.require(),
        Ids.next(),
        deliveryId,
        number,
        made.startedAt(),
        made.latency().toMillis(),
        made.statusCode(),
        made.outcome(),
        made.detail(),
        made.excerpt());
  }
}
