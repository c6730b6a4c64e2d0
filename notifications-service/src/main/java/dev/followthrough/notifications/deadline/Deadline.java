package dev.followthrough.notifications.deadline;

import dev.followthrough.events.Participant;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the events told of one agreement: when it is due, with whom, and whether it is over. */
@Entity
class Deadline extends OwnedEntity {

  UUID meetingId;
  Instant dueAt;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Participant> participants = List.of();

  boolean closed;

  /** By which plan its reminders were planned last. */
  String plannedBy;

  static Optional<Deadline> ofId(UUID agreementId) {
    return find("id", agreementId).firstResultOptional();
  }

  static List<UUID> ahead(Instant now, int limit) {
    return find("select id from Deadline where not closed and dueAt > ?1 order by id", now)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  static List<UUID> aheadNotPlannedBy(String plan, Instant now, int limit) {
    return find(
            "select id from Deadline where not closed and dueAt > ?1"
                + " and (plannedBy is null or plannedBy <> ?2) order by id",
            now,
            plan)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /** The same, locked until the transaction ends: one at a time decides about its reminders. */
  static Optional<Deadline> lockById(UUID agreementId) {
    return Deadline.<Deadline>find("id", agreementId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }
}
