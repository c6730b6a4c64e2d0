package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.ArrivalLog;
import dev.followthrough.system.bench.load.ArrivalLog.Arrival;
import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.load.OpenLoad;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Named requests on a schedule, and when what each of them causes arrived at the receiver. */
final class WebhookSeries {

  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String prefix;
  private final int port;
  private final int rate;
  private final IntFunction<byte[]> requests;
  private final ArrivalLog arrivals;
  private final AtomicInteger refused = new AtomicInteger();
  private final BlockingQueue<HttpConnection> free = new ArrayBlockingQueue<>(CONNECTIONS);
  private int warmUp;
  private long[] scheduled = {};

  /**
   * @param rate how many a second
   */
  WebhookSeries(
      String prefix, int port, int rate, IntFunction<byte[]> requests, ArrivalLog arrivals) {
    this.prefix = prefix;
    this.port = port;
    this.rate = rate;
    this.requests = requests;
    this.arrivals = arrivals;
  }

  /** Sends all and waits for their arrival; the warm-up is left out of the figures. */
  void run(int warmUp, int count) throws IOException, InterruptedException {
    Report.progress("  %s: %,d at %d/s".formatted(prefix, count, rate));
    this.warmUp = warmUp;
    scheduled = new long[warmUp + count];
    var before = arrivals.count();
    for (var i = 0; i < CONNECTIONS; i++) {
      free.add(new HttpConnection("127.0.0.1", port));
    }
    OpenLoad.run(rate, scheduled.length, this::send);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (arrivals.count() - before < scheduled.length && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(50)); // bounded by PATIENCE
    }
    for (var connection : free) {
      connection.close();
    }
  }

  /** How many requests were sent, the warm-up with them. */
  int sent() {
    return scheduled.length;
  }

  /** How many requests were not answered with a success. */
  int refused() {
    return refused.get();
  }

  /** From the event's own instant to its arrival, of those that arrived. */
  Latencies sinceEvent() {
    return latencies(i -> Duration.between(arrived(i).timestamp(), arrived(i).at()).toNanos());
  }

  /** From the moment at which the request was to be sent to the arrival. */
  Latencies sinceSchedule() {
    return latencies(i -> arrived(i).nanos() - scheduled[i]);
  }

  private Latencies latencies(IntToLongFunction nanos) {
    return Latencies.of(
        IntStream.range(warmUp, scheduled.length)
            .filter(i -> find(i).isPresent())
            .mapToLong(nanos)
            .toArray());
  }

  private Arrival arrived(int number) {
    return find(number).orElseThrow();
  }

  private Optional<Arrival> find(int number) {
    return arrivals.of(prefix + number);
  }

  private void send(int number, long scheduledNanos) {
    scheduled[number] = scheduledNanos;
    try {
      var connection = free.take();
      try {
        if (connection.exchange(requests.apply(number)) / 100 != 2) {
          refused.incrementAndGet();
        }
      } catch (IOException e) {
        refused.incrementAndGet();
      } finally {
        free.put(connection);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
