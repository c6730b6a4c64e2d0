package dev.followthrough.platform.erasure;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What was erased, and when: every listener, due job and import asks here first, so that a late
 * event brings nothing back. A tombstone covers what happened up to its instant. Works within the
 * current owner and transaction.
 */
@ApplicationScoped
public class Tombstones {

  private static final String OWNER = "owner";

  private final Sql sql;

  Tombstones(Sql sql) {
    this.sql = sql;
  }

  public void layForOwner(Instant erasedAt) {
    lay(OWNER, erasedAt);
  }

  /** Lays one for a single thing, named as an event's subject: {@code contact/<id>}. */
  public void lay(String subject, Instant erasedAt) {
    sql.update(
        """
        insert into tombstone (owner_id, subject, erased_at) values (?, ?, ?)
        on conflict (owner_id, subject)
          do update set erased_at = greatest(tombstone.erased_at, excluded.erased_at)
        """,
        CurrentOwner.require(),
        subject,
        erasedAt);
  }

  /** When everything of the owner was last erased, if it was. */
  public Optional<Instant> ownerErasedAt() {
    return sql.first(
        "select erased_at from tombstone where subject = ?", row -> Sql.instant(row, 1), OWNER);
  }

  /** Whether any of these subjects was erased then or later. */
  public boolean coversAny(Collection<String> subjects, Instant happenedAt) {
    return !subjects.isEmpty()
        && sql.exists(
            "select 1 from tombstone where subject = any(?) and erased_at >= ?",
            subjects.toArray(String[]::new),
            happenedAt);
  }

  public boolean covers(String subject, Instant happenedAt) {
    return sql.exists(
        "select 1 from tombstone where subject = ? and erased_at >= ?", subject, happenedAt);
  }
}
