package dev.followthrough.events;

import java.util.UUID;

/**
 * An endpoint gets no more deliveries until the owner enables it; {@code reason} is failing, gone
 * or byReceiver.
 */
@EventType("webhook_endpoint.disabled")
public record WebhookEndpointDisabled(UUID endpointId, String reason)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "webhook-endpoint/" + endpointId;
  }
}
