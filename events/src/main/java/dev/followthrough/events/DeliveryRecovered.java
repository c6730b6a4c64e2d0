package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** An endpoint that was failing since then takes deliveries again. */
@EventType("delivery.recovered")
public record DeliveryRecovered(UUID endpointId, Instant failingSince)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "webhook-endpoint/" + endpointId;
  }
}
