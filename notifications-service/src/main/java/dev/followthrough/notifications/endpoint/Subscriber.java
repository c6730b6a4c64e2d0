package dev.followthrough.notifications.endpoint;

import java.util.UUID;

/** An endpoint as those see it who deliver to it. */
public record Subscriber(UUID id, boolean enabled, int concurrency, int ratePerSecond) {

  static Subscriber of(WebhookEndpoint endpoint) {
    return new Subscriber(
        endpoint.id, endpoint.isEnabled(), endpoint.concurrency, endpoint.ratePerSecond);
  }
}
