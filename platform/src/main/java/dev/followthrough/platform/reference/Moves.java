package dev.followthrough.platform.reference;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Moves what names one thing to another, and exactly that back. Each move has a ledger, the
 * service's table {@code moved_row}: which rows of which place it moved. What named the other thing
 * before stays with it. Doing a move again moves what has come since; doing it back again changes
 * nothing. Works for the current owner, best while nobody else does, and forgets the entities that
 * were read before.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Moves {

  private final Sql sql;
  private final EntityManager entities;

  Moves(Sql sql, EntityManager entities) {
    this.sql = sql;
    this.entities = entities;
  }

  /** What names {@code gone} names {@code kept} from now on. */
  public void move(UUID moveId, UUID gone, UUID kept, List<Reference> references) {
    entities.flush();
    for (var reference : references) {
      var stays = reference.unless() == null ? "false" : reference.unless();
      sql.update(
          """
          with ids (gone, kept) as (values (?::uuid, ?::uuid)),
          changed as (
            update %s row set %s = %s, version = row.version + 1 from ids
            where %s and not (%s) returning row.%s as row_id)
          insert into moved_row (owner_id, move_id, place, row_id)
          select distinct ?::uuid, ?::uuid, ?, row_id from changed on conflict do nothing
          """
              .formatted(
                  reference.table(),
                  reference.column(),
                  reference.replaced("gone", "kept"),
                  reference.names("gone"),
                  stays,
                  reference.key()),
          gone,
          kept,
          CurrentOwner.require(),
          moveId,
          reference.place());
    }
    entities.clear();
  }

  /** What the move has moved, and what hangs on that, names {@code gone} again. */
  public void back(UUID moveId, UUID gone, UUID kept, List<Reference> references) {
    entities.flush();
    for (var reference : references) {
      // what hangs on rows of its own place may have others hanging on it
      while (backOnce(moveId, gone, kept, reference) > 0) {
        continue;
      }
    }
    entities.clear();
  }

  private int backOnce(UUID moveId, UUID gone, UUID kept, Reference reference) {
    var hangs =
        reference.under() == null
            ? "false"
            : "(m.place in ('%s') and m.row_id = row.%s)"
                .formatted(String.join("', '", reference.above()), reference.under());
    return sql.update(
        """
        with ids (gone, kept) as (values (?::uuid, ?::uuid)),
        changed as (
          update %s row set %s = %s, version = row.version + 1 from ids
          where %s and exists (
            select from moved_row m
            where m.move_id = ? and ((m.place = ? and m.row_id = row.%s) or %s))
          returning row.%s as row_id)
        insert into moved_row (owner_id, move_id, place, row_id)
        select distinct ?::uuid, ?::uuid, ?, row_id from changed on conflict do nothing
        """
            .formatted(
                reference.table(),
                reference.column(),
                reference.replaced("kept", "gone"),
                reference.names("kept"),
                reference.key(),
                hangs,
                reference.key()),
        gone,
        kept,
        moveId,
        reference.place(),
        CurrentOwner.require(),
        moveId,
        reference.place());
  }

  /** Has a row that names the kept thing go back with the move: it was meant for the other. */
  public void note(UUID moveId, String place, UUID rowId) {
    sql.update(
        """
        insert into moved_row (owner_id, move_id, place, row_id) values (?, ?, ?, ?)
        on conflict do nothing
        """,
        CurrentOwner.require(),
        moveId,
        place,
        rowId);
  }

  /** What the move moved of a place, by the keys of its rows. */
  public Set<UUID> moved(UUID moveId, String place) {
    return sql
        .list(
            "select row_id from moved_row where move_id = ? and place = ?",
            row -> row.getObject(1, UUID.class),
            moveId,
            place)
        .stream()
        .collect(Collectors.toSet());
  }

  /** From now on it cannot be done back. */
  public void forget(UUID moveId) {
    sql.update("delete from moved_row where move_id = ?", moveId);
  }

  /** None of the owner's can be done back. */
  public void forgetAll() {
    sql.update("delete from moved_row where owner_id = ?", CurrentOwner.require());
  }
}
