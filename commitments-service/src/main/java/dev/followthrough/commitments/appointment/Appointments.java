package dev.followthrough.commitments.appointment;

import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The meetings in the owner's diary, as far as this service has heard of them: from when they are
 * scheduled until they are held or cancelled, with those of their people who are known.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Appointments {

  private final Sql sql;

  Appointments(Sql sql) {
    this.sql = sql;
  }

  void planned(UUID meetingId, Instant endsAt, List<Participant> people) {
    sql.update(
        """
        insert into appointment (owner_id, id, version, ends_at, contact_ids)
        values (?, ?, 0, ?, ?::uuid[])
        on conflict (owner_id, id) do update
          set ends_at = excluded.ends_at, contact_ids = excluded.contact_ids,
            version = appointment.version + 1
        """,
        CurrentOwner.require(),
        meetingId,
        endsAt,
        people.stream()
            .map(person -> person.contactId().toString())
            .collect(Collectors.joining(",", "{", "}")));
  }

  void over(UUID meetingId) {
    sql.update("delete from appointment where id = ?", meetingId);
  }

  void erased(@Observes PersonErased person) {
    sql.update(
        """
        update appointment
        set contact_ids = array_remove(contact_ids, ?::uuid), version = version + 1
        where ?::uuid = any(contact_ids)
        """,
        person.id(),
        person.id());
    sql.update("delete from appointment where contact_ids = '{}'");
  }
}
