package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.endpoint.Subscriber;
import dev.followthrough.notifications.endpoint.Subscribers;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.notifications.message.Recipients;
import dev.followthrough.notifications.time.TransportTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes a delivery of a message for each endpoint that wants it; for a disabled one it waits. */
@ApplicationScoped
class FanOut implements Recipients {

  private final Subscribers subscribers;
  private final Lanes lanes;
  private final TransportTime time;

  FanOut(Subscribers subscribers, Lanes lanes, TransportTime time) {
    this.subscribers = subscribers;
    this.lanes = lanes;
    this.time = time;
  }

  @Override
  public void receive(LoggedMessage message) {
    subscribers.wanting(message.type()).stream()
        .map(Subscriber::id)
        .filter(endpoint -> isNotAbout(message, endpoint))
        .forEach(endpoint -> send(message, endpoint));
  }

  /** How an endpoint fares is told to the others. */
  static boolean isNotAbout(LoggedMessage message, UUID endpoint) {
    return !message.subject().equals("webhook-endpoint/" + endpoint);
  }

  Delivery send(LoggedMessage message, UUID endpoint) {
    var now = time.now();
    var delivery = new Delivery(message, endpoint, now);
    delivery.persist();
    lanes.dueAt(endpoint, now);
    return delivery;
  }
}
