package dev.followthrough.platform.health;

import dev.followthrough.platform.inbox.Redrive;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how many owners are parked. They need a person's eye, but stop nobody else's work. */
@Readiness
@ApplicationScoped
class ParkedHealth implements HealthCheck {

  private final Redrive redrive;

  ParkedHealth(Redrive redrive) {
    this.redrive = redrive;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("parked-events");
    try {
      return response.up().withData("owners", redrive.parkedOwners()).build();
    } catch (IllegalStateException e) {
      // the database's own check says that it is away
      return response.up().build();
    }
  }
}
