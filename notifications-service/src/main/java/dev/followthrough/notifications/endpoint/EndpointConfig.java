package dev.followthrough.notifications.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of webhook endpoints. */
@ConfigMapping(prefix = "followthrough.webhook-endpoints")
interface EndpointConfig {

  /** How many an owner can have. */
  @WithDefault("50")
  int most();
}
