package dev.followthrough.commitments.sharelink;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.secret.RandomToken;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How much may come through one link, and from one address, in this replica: a bucket of one
 * minute's calls each, by transport time. A token that opens nothing has a bucket as well, so that
 * no answer tells whether it does.
 */
@ApplicationScoped
class LinkLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ShareLinkConfig config;
  private final Cache<String, Bucket> links = cache();
  private final Cache<String, Bucket> addresses = cache();

  LinkLimits(ShareLinkConfig config) {
    this.config = config;
  }

  void spend(Caller caller) {
    spend(addresses, caller.address(), config.perAddress());
    spend(links, HexFormat.of().formatHex(RandomToken.hash(caller.token())), config.perLink());
  }

  private static void spend(Cache<String, Bucket> buckets, String key, long calls) {
    var bucket =
        buckets.get(
            key,
            _ ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, WINDOW))
                    .build());
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
      throw Problems.TOO_MANY_REQUESTS
          .because("At most %d a minute.".formatted(calls))
          .header("Retry-After", String.valueOf(wait));
    }
  }

  private static Cache<String, Bucket> cache() {
    return Caffeine.newBuilder()
        .maximumSize(50_000)
        .expireAfterAccess(WINDOW.multipliedBy(2))
        .build();
  }
}
