package dev.followthrough.platform.erasure;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * What was erased, and when: every listener, due job and import asks here first, so that a late
 * event brings nothing back. A tombstone covers what happened up to its instant. Works within the
 * current owner and transaction.
 */
@ApplicationScoped
public class Tombstones {

  private static final String OWNER = "owner";

  private final EntityManager entities;

  Tombstones(EntityManager entities) {
    this.entities = entities;
  }

  public void layForOwner(Instant erasedAt) {
    lay(OWNER, erasedAt);
  }

  /** Lays one for a single thing, named as an event's subject: {@code contact/<id>}. */
  public void lay(String subject, Instant erasedAt) {
    entities
        .createNativeQuery(
            """
            insert into tombstone (owner_id, subject, erased_at) values (?1, ?2, ?3)
            on conflict (owner_id, subject)
              do update set erased_at = greatest(tombstone.erased_at, excluded.erased_at)
            """)
        .setParameter(1, CurrentOwner.require())
        .setParameter(2, subject)
        .setParameter(3, erasedAt.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  public boolean coversOwner(Instant happenedAt) {
    return covers(OWNER, happenedAt);
  }

  /** Whether any of these subjects was erased then or later. */
  public boolean coversAny(Collection<String> subjects, Instant happenedAt) {
    return !subjects.isEmpty()
        && !entities
            .createNativeQuery("select 1 from tombstone where subject in (?1) and erased_at >= ?2")
            .setParameter(1, subjects)
            .setParameter(2, happenedAt.atOffset(ZoneOffset.UTC))
            .getResultList()
            .isEmpty();
  }

  public boolean covers(String subject, Instant happenedAt) {
    OffsetDateTime at = happenedAt.atOffset(ZoneOffset.UTC);
    return !entities
        .createNativeQuery("select 1 from tombstone where subject = ?1 and erased_at >= ?2")
        .setParameter(1, subject)
        .setParameter(2, at)
        .getResultList()
        .isEmpty();
  }
}
