package dev.followthrough.notifications.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Transport time: the system's clock in whole milliseconds, for tries, leases, signatures and the
 * overlap of secrets. Tests put their own in its place, so that a retry schedule of days can be
 * seen; nothing in a packaged service can.
 */
@ApplicationScoped
public class TransportTime {

  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
