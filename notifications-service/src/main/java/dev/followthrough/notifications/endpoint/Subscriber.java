package dev.followthrough.notifications.endpoint;

import java.util.List;
import java.util.UUID;

/**
 * An endpoint as those see it who deliver to it.
 *
 * @param inOrder what is about one thing arrives in its order
 */
public record Subscriber(
    UUID id,
    boolean enabled,
    List<String> eventTypes,
    int concurrency,
    int ratePerSecond,
    boolean inOrder) {

  static Subscriber of(WebhookEndpoint endpoint) {
    return new Subscriber(
        endpoint.id,
        endpoint.isEnabled(),
        endpoint.eventTypes,
        endpoint.concurrency,
        endpoint.ratePerSecond,
        endpoint.deliveryOrder == DeliveryOrder.PER_SUBJECT);
  }
}
