package dev.followthrough.commitments.agreement;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ways to the current owner's agreements. */
final class AgreementRows {

  /** Hibernate's word for not waiting for a row that is held. */
  private static final int SKIP_LOCKED = -2;

  private AgreementRows() {}

  /** Holds its row until the transaction ends, so that one change comes after the other. */
  static Optional<Agreement> locked(UUID id) {
    return Agreement.<Agreement>find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The same, but for one that somebody else holds just now. */
  static Optional<Agreement> lockedUnlessHeld(UUID id) {
    return Agreement.<Agreement>find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .firstResultOptional();
  }

  /** The open ones whose deadline has passed. */
  static List<UUID> overdue(Instant now) {
    return Agreement.find(
            "select a.id from Agreement a where a.status = ?1 and a.dueAt < ?2"
                + " order by a.dueAt, a.id",
            AgreementStatus.OPEN,
            now)
        .project(UUID.class)
        .list();
  }

  /** Those in which the contact takes part. */
  static List<UUID> with(UUID contactId) {
    return Agreement.find(
            "select a.id from Agreement a where array_contains(a.contactIds, ?1)"
                + " order by a.dueAt, a.id",
            contactId)
        .project(UUID.class)
        .list();
  }

  static Optional<UUID> ofMeeting(UUID meetingId) {
    return Agreement.find("select a.id from Agreement a where a.meetingId = ?1", meetingId)
        .project(UUID.class)
        .firstResultOptional();
  }
}
