package dev.followthrough.notifications.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this replica sends deliveries. */
@ConfigMapping(prefix = "followthrough.deliveries")
interface DispatchConfig {

  /** Deliveries under way at once, of all endpoints together. */
  @WithDefault("1024")
  int mostInFlight();

  /** Lanes that are claimed from at once; each holds a database connection for a moment. */
  @WithDefault("6")
  int claimsAtOnce();

  /**
   * How long a claim is respected after which the delivery is taken for lost; longer than a request
   * may take.
   */
  @WithDefault("18s")
  Duration lease();

  /** How long a stopping replica waits for deliveries that are under way. */
  @WithDefault("8s")
  Duration drain();
}
