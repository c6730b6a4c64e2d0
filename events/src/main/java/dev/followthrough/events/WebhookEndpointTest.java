package dev.followthrough.events;

import java.util.UUID;

/** A test, sent to one endpoint because the owner asked for it. */
@EventType("webhook_endpoint.test")
public record WebhookEndpointTest(UUID endpointId) implements NotificationsEvent {
  @Override
  public String subject() {
    return "webhook-endpoint/" + endpointId;
  }
}
