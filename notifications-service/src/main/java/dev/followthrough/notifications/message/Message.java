package dev.followthrough.notifications.message;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * One event of the owner in the order in which it came here, with the body as receivers get it. Its
 * id is the event's.
 */
@Entity
class Message extends OwnedEntity {

  long sequence;
  String source;
  String type;
  String subject;
  Instant occurredAt;
  Instant loggedAt;
  String traceparent;
  String body;

  static List<Message> ofIds(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }
}
