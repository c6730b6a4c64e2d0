package dev.followthrough.commitments.action;

import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The lines that the owner has hidden. Hiding one changes nothing of what it is about; it holds for
 * the occurrence that was hidden, so what is to be done anew shows again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class HiddenLines {

  /** Why a line is not shown. */
  public enum How {
    SNOOZED,
    DISMISSED,
    DONE
  }

  /**
   * @param until null for good
   */
  public record Hidden(How how, Instant until, Instant at) {}

  private final Sql sql;

  HiddenLines(Sql sql) {
    this.sql = sql;
  }

  /** Hides it from now on; how it was hidden before does not matter any more. */
  public void hide(OpenAction line, Hidden hidden) {
    sql.update(
        """
        insert into hidden_action (owner_id, id, version, kind, subject_id, occurrence, how, until,
          hidden_at, contact_ids)
        values (?, ?, 0, ?, ?, ?, ?, ?::timestamptz, ?, ?::uuid[])
        on conflict (owner_id, id) do update
          set occurrence = excluded.occurrence, how = excluded.how, until = excluded.until,
            hidden_at = excluded.hidden_at, contact_ids = excluded.contact_ids,
            version = hidden_action.version + 1
        """,
        CurrentOwner.require(),
        line.id(),
        line.kind().name(),
        line.subject(),
        line.occurrence(),
        hidden.how().name(),
        hidden.until(),
        hidden.at(),
        line.contactIds().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
  }

  /** How the line is hidden at that instant, if it is. */
  public Optional<Hidden> of(OpenAction line, Instant now) {
    return sql.first(
        """
        select how, until, hidden_at from hidden_action
        where id = ? and occurrence = ? and (until is null or until > ?)
        """,
        row -> new Hidden(How.valueOf(row.getString(1)), Sql.instant(row, 2), Sql.instant(row, 3)),
        line.id(),
        line.occurrence(),
        now);
  }

  /** Which occurrences of a kind are hidden at that instant, by what they are about. */
  public Map<UUID, Instant> of(NextActionKind kind, Instant now) {
    var hidden = new HashMap<UUID, Instant>();
    sql.list(
        """
        select subject_id, occurrence from hidden_action
        where kind = ? and (until is null or until > ?)
        """,
        row -> hidden.put(row.getObject(1, UUID.class), Sql.instant(row, 2)),
        kind.name(),
        now);
    return hidden;
  }

  /** Shows it again. */
  public void show(UUID lineId) {
    sql.update("delete from hidden_action where id = ?", lineId);
  }

  void erased(@Observes PersonErased person) {
    sql.update("delete from hidden_action where ?::uuid = any(contact_ids)", person.id());
  }
}
