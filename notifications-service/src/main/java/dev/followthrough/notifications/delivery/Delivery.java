package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One message on its way to one endpoint. {@code tries} counts those of the present series, which a
 * resend begins anew; {@code attempts} counts all. While it is claimed its lease runs, and its next
 * attempt is due when the lease ends.
 */
@Entity
class Delivery extends OwnedEntity {

  UUID endpointId;
  UUID eventId;
  String eventType;
  String subject;
  long sequence;

  @Enumerated(EnumType.STRING)
  DeliveryStatus status = DeliveryStatus.WAITING;

  int tries;
  int attempts;
  Instant nextAttemptAt;
  Instant leaseUntil;
  long fence;
  Instant createdAt;
  Instant deliveredAt;

  protected Delivery() {}

  Delivery(LoggedMessage message, UUID endpoint, Instant now) {
    endpointId = endpoint;
    eventId = message.id();
    eventType = message.type();
    subject = message.subject();
    sequence = message.sequence();
    nextAttemptAt = now;
    createdAt = now;
  }

  static Optional<Delivery> ofId(UUID id) {
    return find("id", id).firstResultOptional();
  }

  /** The newest first. */
  static List<Delivery> of(UUID endpoint, DeliveryStatus status, Optional<UUID> before, int limit) {
    var conditions = new ArrayList<>(List.of("endpointId = :endpoint"));
    Map<String, Object> values = new HashMap<>(Map.of("endpoint", endpoint));
    if (status != null) {
      conditions.add("status = :status");
      values.put("status", status);
    }
    before.ifPresent(
        last -> {
          conditions.add("id < :before");
          values.put("before", last);
        });
    return Delivery.<Delivery>find(String.join(" and ", conditions) + " order by id desc", values)
        .range(0, limit - 1)
        .list();
  }
}
