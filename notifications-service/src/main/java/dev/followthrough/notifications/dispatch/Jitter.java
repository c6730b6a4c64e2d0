package dev.followthrough.notifications.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;

/** Spreads retries, so that what failed together does not come back together. */
@ApplicationScoped
class Jitter {

  /** A factor from 0.8 to 1.2. */
  double factor() {
    return ThreadLocalRandom.current().nextDouble(0.8, 1.2);
  }
}
