package dev.followthrough.contacts.goal;

import dev.followthrough.events.GoalChanged;
import dev.followthrough.events.GoalRemoved;
import dev.followthrough.events.GoalSet;
import dev.followthrough.events.GoalStatus;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that the owner is after. */
@Entity
class Goal extends OwnedEntity {

  static final UUID BEYOND_ALL = new UUID(-1, -1);

  String words;
  LocalDate byWhen;

  @Enumerated(EnumType.STRING)
  GoalStatus status;

  /** How often what it brought has changed: each time makes a new version. */
  int namings;

  Instant createdAt;
  Instant changedAt;

  static Optional<Goal> find(UUID id) {
    return findByIdOptional(id);
  }

  /** The goal, held on to until the transaction ends. */
  static Optional<Goal> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those of the ids that there are, held on to until the transaction ends. */
  static List<Goal> lockAll(Collection<UUID> ids) {
    return Goal.<Goal>find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The newest first. */
  static List<Goal> after(Optional<UUID> last, GoalStatus status, int limit) {
    var found =
        status == null
            ? Goal.<Goal>find("id < ?1 order by id desc", last.orElse(BEYOND_ALL))
            : Goal.<Goal>find(
                "id < ?1 and status = ?2 order by id desc", last.orElse(BEYOND_ALL), status);
    return found.page(Page.ofSize(limit)).list();
  }

  GoalSet set(GoalFields fields, Instant now) {
    createdAt = now;
    say(fields, now);
    return new GoalSet(id, status, byWhen);
  }

  /** Empty when nothing changes by it. */
  Optional<GoalChanged> change(GoalFields fields, Instant now) {
    if (fields.equals(fields())) {
      return Optional.empty();
    }
    say(fields, now);
    return Optional.of(new GoalChanged(id, status, byWhen));
  }

  GoalRemoved removed() {
    return new GoalRemoved(id);
  }

  GoalFields fields() {
    return new GoalFields(words, byWhen, status);
  }

  private void say(GoalFields fields, Instant now) {
    words = fields.words();
    byWhen = fields.byWhen();
    status = fields.statusOrOpen();
    changedAt = now;
  }
}
