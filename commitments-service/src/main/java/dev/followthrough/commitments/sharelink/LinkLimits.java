package dev.followthrough.commitments.sharelink;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.secret.RandomToken;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How much may come through one link, and from one address, in this replica alone, as the policies'
 * names say: a bucket of one minute's calls each, by transport time. A token that opens nothing has
 * a bucket as well, so that no answer tells whether it does.
 */
@ApplicationScoped
class LinkLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ShareLinkConfig config;
  private final CurrentVertxRequest current;
  private final Cache<String, Bucket> links = cache();
  private final Cache<String, Bucket> addresses = cache();

  LinkLimits(ShareLinkConfig config, CurrentVertxRequest current) {
    this.config = config;
    this.current = current;
  }

  void spend(Caller caller) {
    spend(addresses, caller.address(), "\"address-per-replica\"", config.perAddress());
    spend(links, hash(caller.token()), "\"link-per-replica\"", config.perLink());
  }

  /** The headers tell of the link, and of the address where that is what refuses. */
  private void spend(Cache<String, Bucket> buckets, String key, String policy, long calls) {
    var probe = buckets.get(key, _ -> bucket(calls)).tryConsumeAndReturnRemaining(1);
    long wait = seconds(probe);
    current
        .getCurrent()
        .response()
        .putHeader("RateLimit-Policy", "%s;q=%d;w=%d".formatted(policy, calls, WINDOW.toSeconds()))
        .putHeader(
            "RateLimit",
            "%s;r=%d;t=%d"
                .formatted(
                    policy,
                    probe.getRemainingTokens(),
                    probe.isConsumed() ? WINDOW.toSeconds() : wait));
    if (!probe.isConsumed()) {
      throw Problems.TOO_MANY_REQUESTS
          .because("At most %d requests a minute.".formatted(calls))
          .header("Retry-After", String.valueOf(wait));
    }
  }

  private static long seconds(ConsumptionProbe probe) {
    return Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
  }

  private static Bucket bucket(long calls) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, WINDOW))
        .build();
  }

  private static String hash(String token) {
    return HexFormat.of().formatHex(RandomToken.hash(token));
  }

  private static Cache<String, Bucket> cache() {
    return Caffeine.newBuilder()
        .maximumSize(50_000)
        .expireAfterAccess(WINDOW.multipliedBy(2))
        .build();
  }
}
