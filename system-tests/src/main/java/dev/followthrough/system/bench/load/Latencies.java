package dev.followthrough.system.bench.load;

import java.util.Arrays;
import java.util.Collection;

/** Durations in nanoseconds, sorted: their percentiles are exact, none is rounded into a bucket. */
public final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  /** The durations of a run; the array is sorted in place. */
  public static Latencies of(long[] nanos) {
    Arrays.sort(nanos);
    return new Latencies(nanos);
  }

  /** Several runs as one. */
  public static Latencies together(Collection<Latencies> runs) {
    return of(runs.stream().flatMapToLong(run -> Arrays.stream(run.sorted)).toArray());
  }

  public int count() {
    return sorted.length;
  }

  /** The smallest duration that at least this share of all does not exceed, in milliseconds. */
  public double millis(double percentile) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    var rank = (int) Math.ceil(percentile / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / NANOS_PER_MILLI;
  }
}
