package dev.followthrough.platform.erasure;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What the platform still holds of somebody beside the service's own tables: stored answers,
 * published events, due work. Positions and tombstones stay, and so do unpublished events, because
 * a gap would stop the owner's stream. Works within the current owner and transaction.
 */
@ApplicationScoped
public class Residue {

  private final EntityManager entities;

  Residue(EntityManager entities) {
    this.entities = entities;
  }

  /** Erases all of it for the current owner. */
  public void eraseOwner() {
    run("delete from idempotency_key where owner_id = ?1");
    run("delete from outbox where owner_id = ?1 and published");
    run("delete from due_work where owner_id = ?1");
  }

  /**
   * Erases what mentions the id. The stored answers keep their status and lose their body, so that
   * a repeat of an old call does not make the thing anew.
   */
  public void eraseMentionsOf(Object id) {
    entities
        .createNativeQuery(
            """
            update idempotency_key set body = null
            where owner_id = ?1 and not sealed and position(convert_to(?2, 'UTF8') in body) > 0
            """)
        .setParameter(1, CurrentOwner.require())
        .setParameter(2, id.toString())
        .executeUpdate();
    entities
        .createNativeQuery(
            "delete from outbox where owner_id = ?1 and published and position(?2 in body) > 0")
        .setParameter(1, CurrentOwner.require())
        .setParameter(2, id.toString())
        .executeUpdate();
  }

  private void run(String sql) {
    entities.createNativeQuery(sql).setParameter(1, CurrentOwner.require()).executeUpdate();
  }
}
