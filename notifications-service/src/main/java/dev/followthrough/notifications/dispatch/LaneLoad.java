package dev.followthrough.notifications.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * What this replica knows of each lane: how many deliveries it has under way there, how many it
 * dares to (one at first, twice as many after each success, one again after a failure, so that a
 * hundred endpoints that hang hold a hundred places and not all), and its tokens for this second.
 */
@ApplicationScoped
class LaneLoad {

  private static final int WIDEST = 64;

  private final Cache<UUID, Load> loads =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).build();

  Load of(UUID endpoint) {
    return loads.get(endpoint, _ -> new Load());
  }

  /** One lane's load; safe for use by many threads. */
  static final class Load {

    private int width = 1;
    private int underWay;
    private boolean crowded;
    private int rate;
    private Bucket tokens;

    synchronized int width() {
      return width;
    }

    synchronized int underWay() {
      return underWay;
    }

    synchronized void began(int deliveries) {
      underWay += deliveries;
    }

    /** More is due than there are places: whoever leaves one calls for the next. */
    synchronized void setCrowded(boolean crowded) {
      this.crowded = crowded;
    }

    /**
     * @return whether somebody waits for the place
     */
    synchronized boolean ended() {
      underWay--;
      return crowded;
    }

    synchronized void succeeded() {
      width = Math.min(width * 2, WIDEST);
    }

    synchronized void failed() {
      width = 1;
    }

    /** Takes up to so many tokens of the endpoint's rate. */
    synchronized int take(int wanted, int ratePerSecond) {
      if (tokens == null || rate != ratePerSecond) {
        rate = ratePerSecond;
        tokens =
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit
                            .capacity(ratePerSecond)
                            .refillGreedy(ratePerSecond, Duration.ofSeconds(1)))
                .build();
      }
      return Math.toIntExact(tokens.tryConsumeAsMuchAsPossible(wanted));
    }

    synchronized void giveBack(int unused) {
      if (unused > 0) {
        tokens.addTokens(unused);
      }
    }
  }
}
