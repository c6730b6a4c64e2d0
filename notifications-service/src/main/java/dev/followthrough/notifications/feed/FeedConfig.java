package dev.followthrough.notifications.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Limits of calendar feeds, and where they are reached. */
@ConfigMapping(prefix = "followthrough.calendar-feeds")
public interface FeedConfig {

  /** How many an owner can have. */
  @WithDefault("10")
  int most();

  /** Reads of one feed a minute, in each replica. */
  @WithName("per-minute")
  @WithDefault("30")
  long perMinute();

  /**
   * Where calendar programs reach the product, such as {@code https://ft.example}; absent: as it
   * was asked.
   */
  @WithName("base-url")
  Optional<String> baseUrl();
}
