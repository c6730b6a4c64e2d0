package dev.followthrough.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How much load one replica takes. */
@ConfigMapping(prefix = "followthrough.load")
interface LoadConfig {

  /** Requests at work at once; the next is answered 503 at once. */
  @WithName("max-requests")
  @WithDefault("256")
  int maxRequests();

  /** Whether an owner's clients have a share each; off in benches. */
  @WithName("rate-limited")
  @WithDefault("true")
  boolean rateLimited();

  /** Requests a second that one client of one owner may send over time. */
  @WithName("rate")
  @WithDefault("200")
  long rate();

  /** Requests that it may send at once after a rest. */
  @WithName("burst")
  @WithDefault("400")
  long burst();
}
