package dev.followthrough.commitments.met;

import dev.followthrough.commitments.action.ActionIds;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Whom the owner met at events and has not decided about, as far as this service has heard. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PeopleMet {

  private final Sql sql;

  PeopleMet(Sql sql) {
    this.sql = sql;
  }

  void wait(UUID meetingId, UUID contactId, Instant endedAt) {
    sql.update(
        """
        insert into person_met (owner_id, id, version, meeting_id, contact_id, ended_at)
        values (?, ?, 0, ?, ?, ?) on conflict do nothing
        """,
        CurrentOwner.require(),
        ActionIds.named(meetingId, contactId.toString()),
        meetingId,
        contactId,
        endedAt);
  }

  void decided(UUID meetingId, UUID contactId) {
    sql.update(
        "delete from person_met where meeting_id = ? and contact_id = ?", meetingId, contactId);
  }

  void voided(UUID meetingId) {
    sql.update("delete from person_met where meeting_id = ?", meetingId);
  }

  void erased(@Observes PersonErased person) {
    sql.update("delete from person_met where contact_id = ?", person.id());
  }
}
