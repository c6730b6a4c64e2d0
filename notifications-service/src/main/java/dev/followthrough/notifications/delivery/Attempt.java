package dev.followthrough.notifications.delivery;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One try of a delivery, and what came of it. */
@Entity
@Table(name = "delivery_attempt")
class Attempt extends OwnedEntity {

  UUID deliveryId;
  int number;
  Instant startedAt;
  long latencyMs;
  Integer statusCode;
  String outcome;
  String detail;
  String excerpt;

  static List<Attempt> of(UUID deliveryId) {
    return list("deliveryId = ?1 order by number", deliveryId);
  }
}
