package dev.followthrough.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** So many calls for each client of each owner, in this replica alone. */
@ApplicationScoped
class RateLimits {

  private final LoadConfig config;
  private final AllowanceHeaders headers;
  private final Allowances calls;

  RateLimits(LoadConfig config, AllowanceHeaders headers) {
    this.config = config;
    this.headers = headers;
    calls =
        config.rateLimited()
            ? new Allowances(
                "owner-client-per-replica", config.burst(), config.rate(), Duration.ofSeconds(1))
            : null;
  }

  void spend(UUID owner, String client) {
    if (calls != null) {
      headers.tell(
          calls.spend(owner + " " + client),
          "At most %d requests a second over time.".formatted(config.rate()));
    }
  }
}
