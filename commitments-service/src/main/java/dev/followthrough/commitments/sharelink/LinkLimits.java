package dev.followthrough.commitments.sharelink;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.followthrough.platform.secret.RandomToken;
import io.github.bucket4j.Bucket;
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
  private static final double NANOS = 1e9;

  private final ShareLinkConfig config;
  private final Cache<String, Bucket> links = cache();
  private final Cache<String, Bucket> addresses = cache();

  LinkLimits(ShareLinkConfig config) {
    this.config = config;
  }

  /**
   * What is left of a share, in the words of draft-ietf-httpapi-ratelimit-headers.
   *
   * @param seconds until it is whole again, or, where nothing was left, until there is some
   */
  record Share(String name, long calls, long left, long seconds, boolean isSpent) {

    String policy() {
      return "\"%s\";q=%d;w=%d".formatted(name, calls, WINDOW.toSeconds());
    }

    String state() {
      return "\"%s\";r=%d;t=%d".formatted(name, left, seconds);
    }
  }

  /** Takes one call off the address's share and then off the link's; the one that decides. */
  Share spend(Caller caller) {
    var ofAddress = spend(addresses, caller.address(), "address-per-replica", config.perAddress());
    return ofAddress.isSpent()
        ? ofAddress
        : spend(links, hash(caller.token()), "link-per-replica", config.perLink());
  }

  private static Share spend(Cache<String, Bucket> buckets, String key, String name, long calls) {
    var probe = buckets.get(key, _ -> bucket(calls)).tryConsumeAndReturnRemaining(1);
    long wait =
        probe.isConsumed()
            ? WINDOW.toSeconds()
            : Math.max(1, (long) Math.ceil(probe.getNanosToWaitForRefill() / NANOS));
    return new Share(name, calls, probe.getRemainingTokens(), wait, !probe.isConsumed());
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
