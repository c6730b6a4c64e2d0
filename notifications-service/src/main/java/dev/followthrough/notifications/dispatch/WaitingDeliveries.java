package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.delivery.AttemptLog;
import dev.followthrough.notifications.delivery.AttemptLog.Try;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The deliveries that wait for an endpoint. Where it is to get what is about one thing in its
 * order, only the first of each subject has its turn: the others wait until that one has arrived or
 * has failed its last try. Works for the current owner in the current transaction, under the lane.
 */
@ApplicationScoped
class WaitingDeliveries {

  private static final String HAS_ITS_TURN =
      """
       and not exists (
        select 1 from delivery earlier
        where earlier.owner_id = d.owner_id and earlier.endpoint_id = d.endpoint_id
          and earlier.status = 'WAITING' and earlier.subject = d.subject
          and earlier.sequence < d.sequence)
      """;

  private final Sql sql;
  private final AttemptLog attempts;

  WaitingDeliveries(Sql sql, AttemptLog attempts) {
    this.sql = sql;
    this.attempts = attempts;
  }

  /** One that was taken, with its fence and lease, and the tries made before. */
  record Taken(
      UUID id, UUID eventId, String eventType, long fence, Instant leaseUntil, int tries) {}

  /** Takes those that are due, each until its lease ends. */
  List<Taken> take(UUID endpoint, boolean inOrder, Instant now, Instant leaseUntil, int limit) {
    return sql.list(
        """
        update delivery set lease_until = ?, next_attempt_at = ?, fence = fence + 1
        where id in (
          select d.id from delivery d
          where d.endpoint_id = ? and d.status = 'WAITING' and d.next_attempt_at <= ?
        """
            + (inOrder ? HAS_ITS_TURN : "")
            + """
          order by d.next_attempt_at, d.sequence limit ? for update skip locked)
        returning id, event_id, event_type, fence, lease_until, tries
        """,
        row ->
            new Taken(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                Sql.instant(row, 5),
                row.getInt(6)),
        leaseUntil,
        leaseUntil,
        endpoint,
        now,
        limit);
  }

  /**
   * Ends one that was taken, without sending anything; the log of attempts says why.
   *
   * @param why in words for the owner
   */
  void giveUp(UUID delivery, Instant now, String why) {
    sql.first(
            """
            update delivery
            set status = 'FAILED', next_attempt_at = null, lease_until = null,
              attempts = attempts + 1, version = version + 1
            where id = ? returning attempts
            """,
            row -> row.getInt(1),
            delivery)
        .ifPresent(
            number ->
                attempts.add(
                    delivery, number, new Try(now, Duration.ZERO, null, "refused", why, null)));
  }

  /** How many have a lease that runs. */
  int underWay(UUID endpoint, Instant now) {
    return sql.first(
            """
            select count(*) from delivery
            where endpoint_id = ? and status = 'WAITING' and next_attempt_at > ?
              and lease_until > ?
            """,
            row -> row.getInt(1),
            endpoint,
            now,
            now)
        .orElse(0);
  }

  /**
   * When the next try is due, or null.
   *
   * @param inOrder of those alone that have their turn
   */
  Instant nextAttempt(UUID endpoint, boolean inOrder) {
    return sql.first(
            "select min(d.next_attempt_at) from delivery d"
                + " where d.endpoint_id = ? and d.status = 'WAITING'"
                + (inOrder ? HAS_ITS_TURN : ""),
            row -> Sql.instant(row, 1),
            endpoint)
        .orElse(null);
  }
}
