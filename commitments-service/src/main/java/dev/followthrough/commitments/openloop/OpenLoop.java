package dev.followthrough.commitments.openloop;

import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A contact's question or thanks that waits for the owner, by the id of its touch. */
@Entity
class OpenLoop extends OwnedEntity {

  UUID contactId;

  @Enumerated(EnumType.STRING)
  LoopReason reason;

  @Enumerated(EnumType.STRING)
  TouchKind kind;

  Instant happenedAt;
  Instant openedAt;

  static List<OpenLoop> of(UUID contactId) {
    return list("contactId = ?1 order by openedAt, id", contactId);
  }

  KnownLoop known() {
    return new KnownLoop(id, contactId, reason, kind, happenedAt, openedAt);
  }
}
