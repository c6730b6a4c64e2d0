package dev.followthrough.notifications.person;

import dev.followthrough.events.Participant;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * This service's own copy of what the owner's contacts are called and whether they are removed: for
 * events that name nobody, and for those that name them as they were called then. It changes and is
 * read under the owner's log.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class People {

  private final Sql sql;

  People(Sql sql) {
    this.sql = sql;
  }

  /** Empty while nothing was heard of the contact. */
  public Optional<String> nameOf(UUID contactId) {
    return sql.first(
        "select name from person where id = ? and name is not null",
        row -> row.getString(1),
        contactId);
  }

  /** As they are called now; those of whom nothing was heard keep the name that is given. */
  public List<Participant> asCalledNow(List<Participant> people) {
    var names = new HashMap<UUID, String>();
    sql.list(
        "select id, name from person where id = any (?::uuid[]) and name is not null",
        row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
        people.stream()
            .map(person -> person.contactId().toString())
            .collect(Collectors.joining(",", "{", "}")));
    return people.stream()
        .map(
            person ->
                new Participant(
                    person.contactId(), names.getOrDefault(person.contactId(), person.name())))
        .toList();
  }

  public boolean isRemoved(UUID contactId) {
    return sql.exists("select 1 from person where id = ? and removed", contactId);
  }

  void isThere(UUID contactId, String name) {
    sql.update(
        """
        insert into person (owner_id, id, version, name, removed) values (?, ?, 0, ?, false)
        on conflict (owner_id, id) do update
          set name = excluded.name, removed = false, version = person.version + 1
        """,
        CurrentOwner.require(),
        contactId,
        name);
  }

  void isRemovedNow(UUID contactId) {
    sql.update(
        """
        insert into person (owner_id, id, version, removed) values (?, ?, 0, true)
        on conflict (owner_id, id) do update set removed = true, version = person.version + 1
        """,
        CurrentOwner.require(),
        contactId);
  }

  public void forget(UUID contactId) {
    sql.update("delete from person where id = ?", contactId);
  }

  public void forgetAll() {
    sql.update("delete from person where owner_id = ?", CurrentOwner.require());
  }
}
