package dev.followthrough.commitments.agreement;

import io.quarkus.panache.common.Page;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ways to the current owner's agreements. Who waits for several does so by deadline, then id,
 * so that nobody who holds one waits for somebody who waits for it.
 */
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

  /** The open ones whose deadline has passed, the oldest first, up to so many. */
  static List<UUID> overdue(Instant now, int most) {
    return Agreement.find(
            "select a.id from Agreement a where a.status = ?1 and a.dueAt < ?2"
                + " order by a.dueAt, a.id",
            AgreementStatus.OPEN,
            now)
        .project(UUID.class)
        .page(Page.ofSize(most))
        .list();
  }

  static boolean isOverdue(UUID id, Instant now) {
    return Agreement.count("id = ?1 and status = ?2 and dueAt < ?3", id, AgreementStatus.OPEN, now)
        > 0;
  }

  static Optional<AgreementStatus> status(UUID id) {
    return Agreement.find("select a.status from Agreement a where a.id = ?1", id)
        .project(AgreementStatus.class)
        .firstResultOptional();
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
