package dev.followthrough.platform.health;

import dev.followthrough.platform.outbox.StuckOwners;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how many owners have an event that the broker refuses. They need a person's eye, but stop
 * nobody else's work.
 */
@Readiness
@ApplicationScoped
class StuckHealth implements HealthCheck {

  private final StuckOwners stuck;

  StuckHealth(StuckOwners stuck) {
    this.stuck = stuck;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("refused-events")
        .up()
        .withData("owners", stuck.count())
        .build();
  }
}
