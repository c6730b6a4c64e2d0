package dev.followthrough.system.bench.load;

import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * An open model: each piece of work starts at its moment of a fixed schedule, whether the ones
 * before it are done or not, and is timed from that moment. A server that stalls is charged for
 * what waits meanwhile.
 */
public final class OpenLoad {

  /** One piece of work. */
  public interface Task {

    /**
     * @param number counted from 0
     * @param scheduledNanos when it was to start, on the clock of {@link System#nanoTime()}
     */
    void run(int number, long scheduledNanos);
  }

  private OpenLoad() {}

  /** Runs {@code count} tasks at the rate and returns when the last one is done. */
  public static void run(int perSecond, int count, Task task) {
    var period = 1_000_000_000L / perSecond;
    var start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < count; i++) {
        var number = i;
        var scheduled = start + i * period;
        for (var wait = scheduled - System.nanoTime(); wait > 0; ) {
          LockSupport.parkNanos(wait);
          wait = scheduled - System.nanoTime();
        }
        threads.execute(() -> task.run(number, scheduled));
      }
    }
  }
}
