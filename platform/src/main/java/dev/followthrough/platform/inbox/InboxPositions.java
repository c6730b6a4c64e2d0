package dev.followthrough.platform.inbox;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Up to which position of a source the current owner's events have been applied here. */
@ApplicationScoped
public class InboxPositions {

  private final EntityManager entities;

  InboxPositions(EntityManager entities) {
    this.entities = entities;
  }

  /** The last applied position, 0 before the first. */
  public long last(String source) {
    var found =
        entities
            .createNativeQuery("select position from inbox_position where source = ?1", Long.class)
            .setParameter(1, source)
            .getResultList();
    return found.isEmpty() ? 0 : (Long) found.getFirst();
  }

  /** The same, holding the row until the transaction ends. */
  long lock(String source) {
    entities
        .createNativeQuery(
            "insert into inbox_position (owner_id, source, position) values (?1, ?2, 0)"
                + " on conflict do nothing")
        .setParameter(1, CurrentOwner.require())
        .setParameter(2, source)
        .executeUpdate();
    return (Long)
        entities
            .createNativeQuery(
                "select position from inbox_position where source = ?1 for update", Long.class)
            .setParameter(1, source)
            .getSingleResult();
  }

  void move(String source, long position) {
    entities.flush();
    entities
        .createNativeQuery("update inbox_position set position = ?2 where source = ?1")
        .setParameter(1, source)
        .setParameter(2, position)
        .executeUpdate();
  }
}
