package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.message.PublicEvents;
import java.util.List;
import java.util.UUID;

/**
 * An endpoint as those see it who deliver to it.
 *
 * @param inOrder what is about one thing arrives in its order
 * @param receivesStanding whether figures may go there
 */
public record Subscriber(
    UUID id,
    boolean enabled,
    List<String> eventTypes,
    int concurrency,
    int ratePerSecond,
    boolean inOrder,
    boolean receivesStanding) {

  /** Whether such an event may go there, as things are now. */
  public boolean mayGet(String type) {
    return receivesStanding || !PublicEvents.isFigures(type);
  }

  static Subscriber of(WebhookEndpoint endpoint) {
    return new Subscriber(
        endpoint.id,
        endpoint.isEnabled(),
        endpoint.eventTypes,
        endpoint.concurrency,
        endpoint.ratePerSecond,
        endpoint.deliveryOrder == DeliveryOrder.PER_SUBJECT,
        endpoint.receivesStanding);
  }
}
