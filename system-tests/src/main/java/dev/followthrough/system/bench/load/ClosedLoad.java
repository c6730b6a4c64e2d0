package dev.followthrough.system.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * A closed model: each of a number of workers does its work again as soon as it is done, for a
 * while. It finds the highest rate; its latencies are those at that rate.
 */
public final class ClosedLoad {

  /** What one worker does over and over on a connection of its own. */
  public interface Worker extends AutoCloseable {

    /** Does it once. Throws when it was not done. */
    void once() throws Exception;

    @Override
    void close() throws Exception;
  }

  /** Opens the connection of a worker. */
  public interface Workers {
    Worker open(int number) throws Exception;
  }

  /**
   * What came of it.
   *
   * @param seconds from the first start to the last end
   * @param firstFailure why the first one failed, or null
   */
  public record Outcome(Latencies latencies, double seconds, int failures, String firstFailure) {

    public double perSecond() {
      return latencies.count() / seconds;
    }
  }

  private ClosedLoad() {}

  public static Outcome run(int workers, Duration duration, Workers factory) throws Exception {
    var runs = new ArrayList<Callable<Tally>>();
    var opened = new ArrayList<Worker>();
    try {
      for (var i = 0; i < workers; i++) {
        opened.add(factory.open(i));
      }
      var start = System.nanoTime();
      for (var worker : opened) {
        runs.add(() -> repeat(worker, start + duration.toNanos()));
      }
      var tallies = new ArrayList<Tally>();
      try (var threads = Executors.newFixedThreadPool(workers)) {
        for (var future : threads.invokeAll(runs)) {
          tallies.add(future.get());
        }
      }
      return outcome(tallies, (System.nanoTime() - start) / 1e9);
    } finally {
      for (var worker : opened) {
        worker.close();
      }
    }
  }

  private static Tally repeat(Worker worker, long end) {
    var tally = new Tally();
    var before = System.nanoTime();
    while (before < end) {
      try {
        worker.once();
        var after = System.nanoTime();
        tally.add(after - before);
        before = after;
      } catch (Exception e) {
        tally.failures++;
        tally.firstFailure = tally.firstFailure == null ? e.toString() : tally.firstFailure;
        before = System.nanoTime();
      }
    }
    return tally;
  }

  private static Outcome outcome(List<Tally> tallies, double seconds) {
    return new Outcome(
        Latencies.together(tallies.stream().map(Tally::latencies).toList()),
        seconds,
        tallies.stream().mapToInt(tally -> tally.failures).sum(),
        tallies.stream()
            .map(tally -> tally.firstFailure)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  /** One worker's count, touched by its thread alone. */
  private static final class Tally {

    private long[] nanos = new long[4096];
    private int count;
    private int failures;
    private String firstFailure;

    private void add(long duration) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count++] = duration;
    }

    private Latencies latencies() {
      return Latencies.of(Arrays.copyOf(nanos, count));
    }
  }
}
