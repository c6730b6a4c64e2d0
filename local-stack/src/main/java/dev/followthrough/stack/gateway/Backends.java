package dev.followthrough.stack.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The addresses of each service's replicas. They take turns; one that refused a connection is asked
 * last for the next second.
 */
final class Backends {

  private static final long AVOID_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Map<String, List<Address>> byService;
  private final Map<Address, Long> refusedAt = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  Backends(Map<String, List<Address>> byService) {
    this.byService = Map.copyOf(byService);
  }

  /** All replicas of the service, in the order in which to try them now. */
  List<Address> inTurn(String service) {
    List<Address> all = byService.getOrDefault(service, List.of());
    List<Address> order = new ArrayList<>(all.size());
    List<Address> avoided = new ArrayList<>();
    int first = all.isEmpty() ? 0 : Math.floorMod(turn.getAndIncrement(), all.size());
    for (int i = 0; i < all.size(); i++) {
      Address address = all.get((first + i) % all.size());
      (isAvoided(address) ? avoided : order).add(address);
    }
    order.addAll(avoided);
    return order;
  }

  Map<String, List<Address>> all() {
    return byService;
  }

  void refused(Address address) {
    refusedAt.put(address, System.nanoTime());
  }

  private boolean isAvoided(Address address) {
    Long at = refusedAt.get(address);
    return at != null && System.nanoTime() - at < AVOID_NANOS;
  }

  /** One replica. */
  record Address(String host, int port) {}
}
