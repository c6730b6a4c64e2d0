package dev.followthrough.notifications.subscription;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.followthrough.notifications.feed.FeedConfig;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.secret.RandomToken;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How often one feed is read, in this replica alone, as the policy's name says: a bucket of one
 * minute's reads, by transport time. A token that opens nothing has a bucket as well, so that no
 * answer tells whether it does.
 */
@ApplicationScoped
class FeedLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String POLICY = "\"feed-per-replica\"";

  private final FeedConfig config;
  private final CurrentVertxRequest current;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(WINDOW.multipliedBy(2)).build();

  FeedLimits(FeedConfig config, CurrentVertxRequest current) {
    this.config = config;
    this.current = current;
  }

  void spend(String token) {
    var hash = HexFormat.of().formatHex(RandomToken.hash(token));
    var probe = buckets.get(hash, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    long reset = probe.isConsumed() ? WINDOW.toSeconds() : wait;
    current
        .getCurrent()
        .response()
        .putHeader(
            "RateLimit-Policy",
            "%s;q=%d;w=%d".formatted(POLICY, config.perMinute(), WINDOW.toSeconds()))
        .putHeader(
            "RateLimit", "%s;r=%d;t=%d".formatted(POLICY, probe.getRemainingTokens(), reset));
    if (!probe.isConsumed()) {
      throw Problems.TOO_MANY_REQUESTS
          .because("A feed is read at most %d times a minute.".formatted(config.perMinute()))
          .header("Retry-After", String.valueOf(wait));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(config.perMinute()).refillGreedy(config.perMinute(), WINDOW))
        .build();
  }
}
