package dev.followthrough.notifications.digest;

import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What was told to the owner last, and what waits to be told. Days only go on: a list of a day that
 * is not later than the last one told is no news, whatever zone it was made in.
 */
@Entity
@Table(name = "digest")
class OwnersDigest extends OwnedEntity {

  LocalDate toldOn;
  LocalDate heldOn;

  @JdbcTypeCode(SqlTypes.JSON)
  NextActionsCompiled held;

  static Optional<OwnersDigest> mine() {
    return OwnersDigest.findByIdOptional(CurrentOwner.require());
  }

  /** The owner's row, made if need be, and held on to until the transaction ends. */
  static OwnersDigest lockMine() {
    var owner = CurrentOwner.require();
    getEntityManager()
        .createNativeQuery(
            """
            insert into digest (owner_id, id, version) values (?1, ?1, 0) on conflict do nothing
            """)
        .setParameter(1, owner)
        .executeUpdate();
    return OwnersDigest.findById(owner, LockModeType.PESSIMISTIC_WRITE);
  }

  boolean isNews(NextActionsCompiled list) {
    return (toldOn == null || list.on().isAfter(toldOn))
        && (heldOn == null || !list.on().isBefore(heldOn));
  }

  /** It takes the place of the one that waited. */
  void hold(NextActionsCompiled list) {
    heldOn = list.on();
    held = list;
  }

  void told() {
    toldOn = heldOn;
    drop();
  }

  void drop() {
    heldOn = null;
    held = null;
  }

  /** What waits names these contacts no more. */
  void leaveOut(Predicate<UUID> contacts) {
    if (held != null) {
      held = without(held, contacts);
    }
  }

  /** The list without the lines that are with one of these contacts. */
  static NextActionsCompiled without(NextActionsCompiled list, Predicate<UUID> contacts) {
    var left =
        list.actions().stream()
            .filter(
                action ->
                    action.with().stream().noneMatch(person -> contacts.test(person.contactId())))
            .toList();
    return new NextActionsCompiled(list.on(), list.timeZone(), left, list.more());
  }
}
