package dev.followthrough.contacts.duplicate;

import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** That two contacts are not one, as the owner says. */
@Entity
class NotDuplicate extends OwnedEntity {

  UUID oneId;
  UUID otherId;
  Instant dismissedAt;

  static NotDuplicate of(Pair pair, Instant now) {
    var dismissal = new NotDuplicate();
    dismissal.oneId = pair.older();
    dismissal.otherId = pair.newer();
    dismissal.dismissedAt = now;
    return dismissal;
  }

  static Optional<NotDuplicate> of(Pair pair) {
    return find("oneId = ?1 and otherId = ?2", pair.older(), pair.newer()).firstResultOptional();
  }

  /** The last first. */
  static List<NotDuplicate> after(Optional<UUID> last, int limit) {
    var found =
        last.isEmpty()
            ? NotDuplicate.<NotDuplicate>find("order by id desc")
            : NotDuplicate.<NotDuplicate>find("id < ?1 order by id desc", last.get());
    return found.page(Page.ofSize(limit)).list();
  }

  static void forget(UUID contactId) {
    delete("oneId = ?1 or otherId = ?1", contactId);
  }
}
