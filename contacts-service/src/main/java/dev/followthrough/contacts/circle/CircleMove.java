package dev.followthrough.contacts.circle;

import dev.followthrough.events.Circle;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** That the owner moved a contact from one circle to another, and when. */
@Entity
class CircleMove extends OwnedEntity {

  UUID contactId;

  @Enumerated(EnumType.STRING)
  Circle fromCircle;

  @Enumerated(EnumType.STRING)
  Circle toCircle;

  Instant movedAt;

  /** The latest first. */
  static List<CircleMove> of(UUID contactId, Optional<UUID> after, int limit) {
    var found =
        after.isEmpty()
            ? CircleMove.<CircleMove>find("contactId = ?1 order by id desc", contactId)
            : CircleMove.<CircleMove>find(
                "contactId = ?1 and id < ?2 order by id desc", contactId, after.get());
    return found.page(Page.ofSize(limit)).list();
  }
}
