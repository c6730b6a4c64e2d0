package dev.followthrough.platform.health;

import dev.followthrough.platform.kafka.EventLoop;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the broker has been reached. A broker that goes away later is shown and does not make
 * the service unready: calls are accepted all the same, and their events wait in the outbox.
 */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {

  private final EventLoop loop;
  private volatile boolean reachedOnce;

  BrokerHealth(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public HealthCheckResponse call() {
    var connected = loop.isConnected();
    reachedOnce |= connected;
    return HealthCheckResponse.named("kafka")
        .status(reachedOnce)
        .withData("connected", connected)
        .build();
  }
}
