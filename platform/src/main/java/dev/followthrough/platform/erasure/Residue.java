package dev.followthrough.platform.erasure;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.stream.Collectors;

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
    eraseMentionsOf(Set.of(id));
  }

  /** The same for several ids, in one look at everything. */
  public void eraseMentionsOf(Set<?> ids) {
    var texts = ids.stream().map(Object::toString).collect(Collectors.joining(","));
    run(
        """
        update idempotency_key set body = null
        where owner_id = ?1 and not sealed and exists (
          select 1 from string_to_table(?2, ',') as id where position(convert_to(id, 'UTF8') in body) > 0)
        """,
        texts);
    run(
        """
        delete from outbox where owner_id = ?1 and published and exists (
          select 1 from string_to_table(?2, ',') as id where position(id in body) > 0)
        """,
        texts);
  }

  private void run(String sql, String ids) {
    entities
        .createNativeQuery(sql)
        .setParameter(1, CurrentOwner.require())
        .setParameter(2, ids)
        .executeUpdate();
  }

  private void run(String sql) {
    entities.createNativeQuery(sql).setParameter(1, CurrentOwner.require()).executeUpdate();
  }
}
