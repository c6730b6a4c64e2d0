package dev.followthrough.commitments.turn;

import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.commitments.presence.PersonMerged;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose turn it is to be written to, as contacts-service plans and tells it. A plan takes the place
 * of the one before; a turn that was told, with its words, stays until the two have been in touch
 * since they last were.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TouchTurns {

  private final OwnerZones zones;
  private final Sql sql;

  TouchTurns(OwnerZones zones, Sql sql) {
    this.zones = zones;
    this.sql = sql;
  }

  void planned(KeepInTouchPlanned plan) {
    sql.update("delete from touch_turn where words is null");
    // who is erased is no longer known, so an old plan brings nobody back
    sql.update(
        """
        insert into touch_turn (owner_id, id, version, on_day, due_at)
        select p.owner_id, p.id, 0, plan.on_day, plan.on_day::timestamp at time zone 'UTC'
        from unnest(?::uuid[], ?::date[]) as plan (contact_id, on_day)
          join person p on p.id = plan.contact_id
        on conflict (owner_id, id) do update
          set on_day = excluded.on_day, due_at = excluded.due_at, words = null, question = null,
            silent_since = null, version = touch_turn.version + 1
          where touch_turn.on_day <> excluded.on_day
        """,
        plan.touches().stream()
            .map(PlannedTouch::contactId)
            .map(UUID::toString)
            .collect(Collectors.joining(",", "{", "}")),
        plan.touches().stream()
            .map(PlannedTouch::on)
            .map(LocalDate::toString)
            .collect(Collectors.joining(",", "{", "}")));
  }

  void due(KeepInTouchDue turn) {
    sql.update(
        """
        insert into touch_turn
          (owner_id, id, version, on_day, due_at, silent_since, words, question)
        select ?, p.id, 0, ?, ?, ?, ?, ? from person p where p.id = ?
        on conflict (owner_id, id) do update
          set on_day = excluded.on_day, due_at = excluded.due_at, words = excluded.words,
            question = excluded.question, silent_since = excluded.silent_since,
            version = touch_turn.version + 1
        """,
        CurrentOwner.require(),
        turn.on(),
        turn.on().atStartOfDay().toInstant(ZoneOffset.UTC),
        turn.on().minusDays(turn.daysSilent()),
        turn.words(),
        turn.question(),
        turn.contactId());
  }

  /** The two were in touch at that instant: a turn that came of an earlier silence is over. */
  void inTouch(UUID contactId, Instant at) {
    sql.update(
        "delete from touch_turn where id = ? and (silent_since is null or silent_since < ?)",
        contactId,
        at.atZone(zones.current()).toLocalDate());
  }

  /** Their turns are the other's, whom contacts-service plans anew. */
  void merged(@Observes PersonMerged person) {
    sql.update("delete from touch_turn where id = ?", person.id());
  }

  void erased(@Observes PersonErased person) {
    sql.update("delete from touch_turn where id = ?", person.id());
  }
}
