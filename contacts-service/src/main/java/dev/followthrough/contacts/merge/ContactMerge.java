package dev.followthrough.contacts.merge;

import dev.followthrough.contacts.contact.KeptFields;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Two contacts that are one: the merged one has become the other, unless that was undone. */
@Entity
class ContactMerge extends OwnedEntity {

  static final Duration UNDOABLE = Duration.ofDays(30);

  UUID contactId;
  UUID mergedId;
  String mergedName;
  Instant mergedAt;
  Instant undoneAt;

  /** What its undo needs is forgotten. */
  boolean settled;

  /** What was said of the one that stays, for as long as it can be undone. */
  @JdbcTypeCode(SqlTypes.JSON)
  KeptFields kept;

  static ContactMerge of(UUID contactId, UUID mergedId, String mergedName, Instant now) {
    var merge = new ContactMerge();
    merge.contactId = contactId;
    merge.mergedId = mergedId;
    merge.mergedName = mergedName;
    merge.mergedAt = now;
    return merge;
  }

  static Optional<ContactMerge> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The last first. */
  static List<ContactMerge> after(Optional<UUID> last, int limit) {
    var found =
        last.isEmpty()
            ? ContactMerge.<ContactMerge>find("order by id desc")
            : ContactMerge.<ContactMerge>find("id < ?1 order by id desc", last.get());
    return found.page(Page.ofSize(limit)).list();
  }

  /** The last in force that the contact has taken part in, on either side. */
  static Optional<ContactMerge> lastOf(UUID contactId) {
    return find(
            "(contactId = ?1 or mergedId = ?1) and undoneAt is null order by id desc", contactId)
        .firstResultOptional();
  }

  static List<UUID> takenUpBy(UUID contactId) {
    return ContactMerge.<ContactMerge>list("contactId = ?1 and undoneAt is null", contactId)
        .stream()
        .map(merge -> merge.mergedId)
        .toList();
  }

  static List<ContactMerge> naming(UUID contactId) {
    return list("contactId = ?1 or mergedId = ?1", contactId);
  }

  Instant undoableUntil() {
    return mergedAt.plus(UNDOABLE);
  }

  MergeState state(Instant now) {
    if (undoneAt != null) {
      return MergeState.UNDONE;
    }
    return now.isBefore(undoableUntil()) ? MergeState.MERGED : MergeState.FINAL;
  }

  ContactMerged merged() {
    return new ContactMerged(contactId, mergedId, id);
  }

  /**
   * @param touchIds what has come since and is the merged one's
   */
  ContactUnmerged undo(Instant now, List<UUID> touchIds) {
    undoneAt = now;
    return new ContactUnmerged(contactId, mergedId, id, touchIds);
  }

  void settle() {
    settled = true;
    kept = null;
  }
}
