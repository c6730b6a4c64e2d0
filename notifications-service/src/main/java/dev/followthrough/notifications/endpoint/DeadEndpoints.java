package dev.followthrough.notifications.endpoint;

import dev.followthrough.events.WebhookEndpointDisabled;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.time.TransportTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** The end of an endpoint that its receiver brought about, not the owner. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class DeadEndpoints {

  private final Lanes lanes;
  private final EventLog log;
  private final TransportTime time;

  DeadEndpoints(Lanes lanes, EventLog log, TransportTime time) {
    this.lanes = lanes;
    this.log = log;
    this.time = time;
  }

  /** Holds the endpoint for a transaction that may give it up; see {@link EventLog#lock}. */
  public void hold(UUID id) {
    log.lock();
    var _ = WebhookEndpoint.lockById(id);
  }

  /** Disables an endpoint that is gone or has failed for too long, and tells the others. */
  public void giveUp(UUID id, DisabledReason reason) {
    log.lock();
    WebhookEndpoint.lockById(id)
        .filter(WebhookEndpoint::isEnabled)
        .ifPresent(
            endpoint -> {
              endpoint.disable(reason, time.now());
              lanes.close(id);
              log.announce(new WebhookEndpointDisabled(id, word(reason)));
            });
  }

  private static String word(DisabledReason reason) {
    return switch (reason) {
      case BY_OWNER -> "byOwner";
      case FAILING -> "failing";
      case GONE -> "gone";
      case BY_RECEIVER -> "byReceiver";
    };
  }
}
