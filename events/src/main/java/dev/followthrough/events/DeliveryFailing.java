package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * So many deliveries to an endpoint have failed one after the other, the first of them then. Tries
 * go on; it is said once until {@link DeliveryRecovered}.
 */
@EventType("delivery.failing")
public record DeliveryFailing(UUID endpointId, int failures, Instant failingSince)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "webhook-endpoint/" + endpointId;
  }
}
