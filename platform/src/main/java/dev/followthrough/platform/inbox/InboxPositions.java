package dev.followthrough.platform.inbox;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Up to which position of a source the current owner's events have been applied here. */
@ApplicationScoped
public class InboxPositions {

  private final Sql sql;
  private final EntityManager entities;

  InboxPositions(Sql sql, EntityManager entities) {
    this.sql = sql;
    this.entities = entities;
  }

  /** The last applied position, 0 before the first. */
  public long last(String source) {
    return sql.first(
            "select position from inbox_position where source = ?", row -> row.getLong(1), source)
        .orElse(0L);
  }

  /** The same, holding the row until the transaction ends. */
  long lock(String source) {
    return lockKnown(source)
        .orElseGet(
            () -> {
              sql.update(
                  "insert into inbox_position (owner_id, source, position) values (?, ?, 0)"
                      + " on conflict do nothing",
                  CurrentOwner.require(),
                  source);
              return lockKnown(source).orElseThrow();
            });
  }

  private Optional<Long> lockKnown(String source) {
    return sql.first(
        "select position from inbox_position where source = ? for update",
        row -> row.getLong(1),
        source);
  }

  /** Writes what an event changed; the next one finds it as if in a transaction of its own. */
  void settle() {
    entities.flush();
    entities.clear();
  }

  void move(String source, long position) {
    sql.update("update inbox_position set position = ? where source = ?", position, source);
  }
}
