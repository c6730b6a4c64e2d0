package dev.followthrough.system.bench.streams;

import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.load.HttpPool;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.load.OpenLoad;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.Report;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A while of steady load, for one owner after the other: contacts are added through the gateway,
 * and between them the owner's events are listed, straight at notifications-service.
 *
 * @param name of the contacts that were added, each with its number behind it
 * @param listings the nanoseconds that each listing took from its moment
 * @param scheduled when each adding was to be sent
 * @param refused how many requests were not answered with a success
 */
record StreamLoad(String name, long[] listings, long[] scheduled, int refused, CpuUse.Used used) {

  static final int EVENTS_PER_SECOND = 20;
  static final int LISTINGS_PER_SECOND = 2 * EVENTS_PER_SECOND;

  private static final int RATE = EVENTS_PER_SECOND + LISTINGS_PER_SECOND;
  private static final int TURNS = RATE / EVENTS_PER_SECOND;
  private static final int CONNECTIONS = 32;

  static StreamLoad run(BenchStack stack, String name, List<Client> clients, int seconds)
      throws IOException, InterruptedException {
    stack.quiet();
    Report.progress("  streams, %s: %d requests a second for %d s".formatted(name, RATE, seconds));
    var listings = new long[LISTINGS_PER_SECOND * seconds];
    var scheduled = new long[EVENTS_PER_SECOND * seconds];
    var refused = new AtomicInteger();
    var cpu = CpuUse.start(stack.pieces());
    try (var gateway = new HttpPool(stack.port("gateway"), CONNECTIONS);
        var service = new HttpPool(stack.port("notifications"), CONNECTIONS)) {
      OpenLoad.run(
          RATE,
          RATE * seconds,
          (number, scheduledNanos) -> {
            var turn = number / TURNS;
            var client = clients.get(turn % clients.size());
            boolean succeeded;
            if (number % TURNS == 0) {
              scheduled[turn] = scheduledNanos;
              succeeded = gateway.succeeds(client.addContact(name + turn));
            } else {
              succeeded = service.succeeds(list(client));
              listings[number - turn - 1] = System.nanoTime() - scheduledNanos;
            }
            if (!succeeded) {
              refused.incrementAndGet();
            }
          });
    }
    return new StreamLoad(name, listings, scheduled, refused.get(), cpu.stop());
  }

  private static byte[] list(Client client) {
    return HttpConnection.request("GET", "/v1/events?limit=20", client.authorization(), "");
  }

  /** How long the listings took. */
  Latencies read() {
    return Latencies.of(listings.clone());
  }
}
