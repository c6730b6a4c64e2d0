package dev.followthrough.commitments.merge;

import dev.followthrough.events.ContactMerged;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two contacts that are one, by the merge's id, or were until it was undone. */
@Entity
class ContactMerge extends OwnedEntity {

  UUID contactId;
  UUID mergedId;
  Instant mergedAt;
  boolean undone;

  static ContactMerge of(ContactMerged event, Instant at) {
    var merge = new ContactMerge();
    merge.id = event.mergeId();
    merge.contactId = event.contactId();
    merge.mergedId = event.mergedId();
    merge.mergedAt = at;
    return merge;
  }

  static Optional<ContactMerge> inForce(UUID id) {
    return ContactMerge.<ContactMerge>findByIdOptional(id).filter(merge -> !merge.undone);
  }

  /** Those that the contact has taken up itself. */
  static List<UUID> takenUpBy(UUID contactId) {
    return ContactMerge.<ContactMerge>list("contactId = ?1 and undone = false", contactId).stream()
        .map(merge -> merge.mergedId)
        .toList();
  }

  static List<ContactMerge> naming(UUID contactId) {
    return list("contactId = ?1 or mergedId = ?1", contactId);
  }
}
