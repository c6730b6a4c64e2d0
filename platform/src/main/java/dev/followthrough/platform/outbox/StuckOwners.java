package dev.followthrough.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The owners whose next event the broker refuses. Their events wait in their order, and hold up
 * nobody else's: the relay leaves them aside and tries the first of each again, less and less
 * often. Each replica learns of them by itself.
 */
@ApplicationScoped
public class StuckOwners {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private record Stuck(Instant tryAt, Duration pause) {}

  private final Map<UUID, Stuck> owners = new ConcurrentHashMap<>();

  StuckOwners(MeterRegistry metrics) {
    metrics.gauge("followthrough.outbox.stuck", owners, Map::size);
  }

  /** How many there are, for who watches over the service. */
  public int count() {
    return owners.size();
  }

  Set<UUID> all() {
    return Set.copyOf(owners.keySet());
  }

  /** Those whose first event is to be tried again. */
  List<UUID> due(Instant now) {
    return owners.entrySet().stream()
        .filter(one -> !one.getValue().tryAt().isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * @return whether it was not known before
   */
  boolean add(UUID owner, Instant now) {
    var before = owners.get(owner);
    var pause = before == null ? FIRST_PAUSE : before.pause().multipliedBy(2);
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    owners.put(owner, new Stuck(now.plus(pause), pause));
    return before == null;
  }

  /**
   * @return whether it was there
   */
  boolean remove(UUID owner) {
    return owners.remove(owner) != null;
  }
}
