package dev.followthrough.system.bench.delivery;

import dev.followthrough.system.bench.load.Arrivals;
import dev.followthrough.system.bench.load.Arrivals.Arrival;
import dev.followthrough.system.bench.load.HttpPool;
import dev.followthrough.system.bench.load.Latencies;
import dev.followthrough.system.bench.load.OpenLoad;
import dev.followthrough.system.bench.rig.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Named requests on a schedule, and when what each of them causes arrived, at one place or several.
 */
public final class WebhookSeries {

  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String prefix;
  private final int port;
  private final int rate;
  private final IntFunction<byte[]> requests;
  private final Arrivals arrivals;
  private final List<String> places;
  private final AtomicInteger refused = new AtomicInteger();
  private int warmUp;
  private long[] scheduled = {};

  /**
   * @param rate how many a second
   */
  public WebhookSeries(
      String prefix, int port, int rate, IntFunction<byte[]> requests, Arrivals arrivals) {
    this(prefix, port, rate, requests, arrivals, List.of(""));
  }

  /**
   * @param places where each is to arrive
   */
  public WebhookSeries(
      String prefix,
      int port,
      int rate,
      IntFunction<byte[]> requests,
      Arrivals arrivals,
      List<String> places) {
    this.prefix = prefix;
    this.port = port;
    this.rate = rate;
    this.requests = requests;
    this.arrivals = arrivals;
    this.places = places;
  }

  /** Sends all and waits for their arrival; the warm-up is left out of the figures. */
  public void run(int warmUp, int count) throws IOException, InterruptedException {
    Report.progress("  %s: %,d at %d/s".formatted(prefix, count, rate));
    this.warmUp = warmUp;
    scheduled = new long[warmUp + count];
    try (var connections = new HttpPool(port, CONNECTIONS)) {
      OpenLoad.run(
          rate,
          scheduled.length,
          (number, scheduledNanos) -> {
            scheduled[number] = scheduledNanos;
            if (!connections.succeeds(requests.apply(number))) {
              refused.incrementAndGet();
            }
          });
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (!haveAllArrived() && System.nanoTime() < end) {
        Thread.sleep(Duration.ofMillis(50)); // bounded by PATIENCE
      }
    }
  }

  private boolean haveAllArrived() {
    return IntStream.range(0, scheduled.length)
        .allMatch(
            number ->
                places.stream()
                    .allMatch(place -> arrivals.of(prefix + number + place).isPresent()));
  }

  /** How many requests were sent, the warm-up with them. */
  int sent() {
    return scheduled.length;
  }

  /** How many requests were not answered with a success. */
  public int refused() {
    return refused.get();
  }

  /** From the event's own instant to its arrival, of those that arrived. */
  public Latencies sinceEvent() {
    return latencies((_, it) -> Duration.between(it.timestamp(), it.at()).toNanos());
  }

  /** From the moment at which the request was to be sent to the arrival. */
  public Latencies sinceSchedule() {
    return latencies((number, it) -> it.nanos() - scheduled[number]);
  }

  private Latencies latencies(BiFunction<Integer, Arrival, Long> nanos) {
    return Latencies.of(
        IntStream.range(warmUp, scheduled.length)
            .boxed()
            .flatMap(
                number ->
                    places.stream()
                        .map(place -> arrivals.of(prefix + number + place).orElse(null))
                        .filter(Objects::nonNull)
                        .map(it -> nanos.apply(number, it)))
            .mapToLong(Long::longValue)
            .toArray());
  }
}
