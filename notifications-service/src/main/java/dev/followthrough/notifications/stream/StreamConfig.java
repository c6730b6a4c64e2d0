package dev.followthrough.notifications.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits and pace of event streams. All times are those of transport. */
@ConfigMapping(prefix = "followthrough.event-streams")
interface StreamConfig {

  /** Streams that one owner can have open in this replica. */
  @WithDefault("10")
  int mostPerOwner();

  /** Streams that this replica holds open. */
  @WithDefault("2000")
  int most();

  /** After how long without an event a sign of life is sent. */
  @WithDefault("15s")
  Duration heartbeat();

  /** How often the logs are asked for what other replicas have added, once for all streams. */
  @WithDefault("500ms")
  Duration poll();

  /** How long one event may wait to be taken before the reader counts as stuck and is cut off. */
  @WithDefault("60s")
  Duration stuckAfter();

  /** How long a stream lasts at most; its client goes on with a new one. */
  @WithDefault("1h")
  Duration longest();

  /** Streams that read the log at once; each holds a database connection for a moment. */
  @WithDefault("4")
  int readsAtOnce();
}
