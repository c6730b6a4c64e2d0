package dev.followthrough.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How committed events leave for Kafka. */
@ConfigMapping(prefix = "followthrough.outbox")
public interface OutboxConfig {

  /** Over how many buckets the owners are spread; replicas share the work bucket by bucket. */
  @WithDefault("16")
  int buckets();

  /** How many events go out in one batch, shared by the buckets that have some. */
  @WithDefault("500")
  int batch();

  /** How often the relay looks when nothing wakes it. */
  @WithDefault("1s")
  Duration poll();

  /** For how many days published events are kept. */
  @WithDefault("7")
  int keepDays();

  /** Whether this process relays at all. */
  @WithDefault("true")
  boolean relay();
}
