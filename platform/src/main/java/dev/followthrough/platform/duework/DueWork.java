package dev.followthrough.platform.duework;

import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.CurrentOwner;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What is to be done at a business instant, written in the transaction that decides it. One row per
 * kind and subject: scheduling again moves it.
 */
@ApplicationScoped
public class DueWork {

  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transaction;
  private final DueRunner runner;

  DueWork(
      AgroalDataSource database, TransactionSynchronizationRegistry transaction, DueRunner runner) {
    this.database = database;
    this.transaction = transaction;
    this.runner = runner;
  }

  public void schedule(String kind, UUID subjectId, Instant dueAt) {
    update(
        """
        insert into due_work (kind, owner_id, subject_id, due_at) values (?, ?, ?, ?)
        on conflict (kind, owner_id, subject_id)
          do update set due_at = excluded.due_at, retry_after = null, tries = 0
        """,
        kind,
        CurrentOwner.require(),
        subjectId,
        dueAt.atOffset(ZoneOffset.UTC));
    transaction.registerInterposedSynchronization(new WakeAfterCommit(dueAt));
  }

  /**
   * The same, unless something of that kind and subject waits already. It never waits for another
   * transaction, so it may be called whatever locks are held: who calls it while another is
   * scheduling the same, which may still be undone, schedules it beside that under a new subject.
   * What all of them have written is seen by the work only if its handler is {@link
   * DueHandler#alone}.
   */
  public void scheduleOnce(String kind, UUID subjectId, Instant dueAt) {
    update(
        """
        insert into due_work (kind, owner_id, subject_id, due_at)
        select kind, owner,
          case when pg_try_advisory_xact_lock(
            hashtextextended(kind || '/' || owner || '/' || subject, 0))
          then subject else beside end, due_at
        from (values (?, ?, ?, ?, ?)) as wanted (kind, owner, subject, beside, due_at)
        on conflict do nothing
        """,
        kind,
        CurrentOwner.require(),
        subjectId,
        Ids.next(),
        dueAt.atOffset(ZoneOffset.UTC));
    transaction.registerInterposedSynchronization(new WakeAfterCommit(dueAt));
  }

  /**
   * Waits until nobody is doing it, and keeps it from being begun until the transaction ends. For
   * who is to move it after having locked what the work itself locks: called before that, it makes
   * both lock in one order.
   */
  public void hold(String kind, UUID subjectId) {
    update(
        """
        update due_work set due_at = due_at
        where kind = ? and owner_id = ? and subject_id = ?
        """,
        kind,
        CurrentOwner.require(),
        subjectId);
  }

  public void cancel(String kind, UUID subjectId) {
    update(
        "delete from due_work where kind = ? and owner_id = ? and subject_id = ?",
        kind,
        CurrentOwner.require(),
        subjectId);
  }

  private void update(String sql, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write due work", e);
    }
  }

  private final class WakeAfterCommit implements Synchronization {

    private final Instant dueAt;

    private WakeAfterCommit(Instant dueAt) {
      this.dueAt = dueAt;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        runner.wakeFor(dueAt);
      }
    }
  }
}
