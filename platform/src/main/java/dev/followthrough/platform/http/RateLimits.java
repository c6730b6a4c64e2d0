package dev.followthrough.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.followthrough.platform.problem.Problems;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * A token bucket for each client of each owner, in this replica alone, and said to be so in the
 * policy's name. The headers are those of draft-ietf-httpapi-ratelimit-headers.
 */
@ApplicationScoped
class RateLimits {

  private static final String POLICY = "\"owner-client-per-replica\"";

  private final LoadConfig config;
  private final CurrentVertxRequest current;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  RateLimits(LoadConfig config, CurrentVertxRequest current) {
    this.config = config;
    this.current = current;
  }

  void spend(UUID owner, String client) {
    if (!config.rateLimited()) {
      return;
    }
    var probe = buckets.get(new Key(owner, client), _ -> bucket()).tryConsumeAndReturnRemaining(1);
    long full = Math.ceilDiv(config.burst(), config.rate());
    long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    long reset = probe.isConsumed() ? full : wait;
    current
        .getCurrent()
        .response()
        .putHeader("RateLimit-Policy", "%s;q=%d;w=%d".formatted(POLICY, config.burst(), full))
        .putHeader(
            "RateLimit", "%s;r=%d;t=%d".formatted(POLICY, probe.getRemainingTokens(), reset));
    if (!probe.isConsumed()) {
      throw Problems.TOO_MANY_REQUESTS
          .because("At most %d requests a second over time.".formatted(config.rate()))
          .header("Retry-After", String.valueOf(wait));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(config.burst()).refillGreedy(config.rate(), Duration.ofSeconds(1)))
        .build();
  }

  private record Key(UUID owner, String client) {}
}
