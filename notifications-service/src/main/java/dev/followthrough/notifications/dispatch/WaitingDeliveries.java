package dev.followthrough.notifications.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

  private final EntityManager entities;

  WaitingDeliveries(EntityManager entities) {
    this.entities = entities;
  }

  /** One that was taken, with its fence and the tries made before. */
  record Taken(UUID id, UUID eventId, long fence, int tries) {}

  /** Takes those that are due, each until its lease ends. */
  List<Taken> take(UUID endpoint, boolean inOrder, Instant now, Instant leaseUntil, int limit) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                update delivery set lease_until = ?3, next_attempt_at = ?3, fence = fence + 1
                where id in (
                  select d.id from delivery d
                  where d.endpoint_id = ?1 and d.status = 'WAITING' and d.next_attempt_at <= ?2
                """
                    + (inOrder ? HAS_ITS_TURN : "")
                    + """
                  order by d.next_attempt_at, d.sequence limit ?4 for update skip locked)
                returning id, event_id, fence, tries
                """,
                Object[].class)
            .setParameter(1, endpoint)
            .setParameter(2, now)
            .setParameter(3, leaseUntil)
            .setParameter(4, limit)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Taken(
                    (UUID) row[0],
                    (UUID) row[1],
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).intValue()))
        .toList();
  }

  /** How many have a lease that runs. */
  int underWay(UUID endpoint, Instant now) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select count(*) from delivery
                    where endpoint_id = ?1 and status = 'WAITING' and next_attempt_at > ?2
                      and lease_until > ?2
                    """,
                    Long.class)
                .setParameter(1, endpoint)
                .setParameter(2, now)
                .getSingleResult())
        .intValue();
  }

  /**
   * When the next try is due, or null.
   *
   * @param inOrder of those alone that have their turn
   */
  Instant nextAttempt(UUID endpoint, boolean inOrder) {
    return (Instant)
        entities
            .createNativeQuery(
                "select min(d.next_attempt_at) from delivery d"
                    + " where d.endpoint_id = ?1 and d.status = 'WAITING'"
                    + (inOrder ? HAS_ITS_TURN : ""),
                Instant.class)
            .setParameter(1, endpoint)
            .getSingleResult();
  }
}
