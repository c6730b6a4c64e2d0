package dev.followthrough.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.followthrough.platform.secret.RandomToken;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How many calls each of many may make: a token bucket for each, by transport time, in this replica
 * alone, which the policy's name is to say.
 */
public final class Allowances {

  private static final long NANOS = 1_000_000_000L;

  private final String name;
  private final long calls;
  private final long refill;
  private final Duration per;
  private final long window;
  private final Cache<String, Bucket> buckets;

  /**
   * @param calls at once
   * @param refill so many come back {@code per} that time
   */
  public Allowances(String name, long calls, long refill, Duration per) {
    this.name = name;
    this.calls = calls;
    this.refill = refill;
    this.per = per;
    window = Math.ceilDiv(calls, refill) * per.toSeconds();
    buckets =
        Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofSeconds(window).multipliedBy(2))
            .build();
  }

  public static Allowances aMinute(String name, long calls) {
    return new Allowances(name, calls, calls, Duration.ofMinutes(1));
  }

  /** Takes one call off. */
  public Allowance spend(String who) {
    var probe = buckets.get(who, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    long seconds =
        probe.isConsumed()
            ? window
            : Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS));
    return new Allowance(
        name, calls, window, probe.getRemainingTokens(), seconds, !probe.isConsumed());
  }

  /**
   * The same for a secret, of which only a hash is kept. One that opens nothing has a bucket as
   * well, so that no answer tells whether it does.
   */
  public Allowance spendToken(String token) {
    return spend(HexFormat.of().formatHex(RandomToken.hash(token)));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(calls).refillGreedy(refill, per))
        .build();
  }
}
