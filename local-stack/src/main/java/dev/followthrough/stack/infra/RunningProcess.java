package dev.followthrough.stack.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Processes that are not ours to wait for: found again by id and start time, since ids are given
 * out anew, and taken for ended when they are zombies, since in a container nobody may reap them.
 */
public final class RunningProcess {

  private static final long CLOCK_SLACK_MILLIS = 2000;
  private static final int POLL_MILLIS = 20;

  private RunningProcess() {}

  /** The process with this id, if it runs and started at that moment (epoch milliseconds). */
  public static Optional<ProcessHandle> find(long pid, long startedAt) {
    return ProcessHandle.of(pid)
        .filter(RunningProcess::isRunning)
        .filter(process -> Math.abs(startedAt(process) - startedAt) <= CLOCK_SLACK_MILLIS);
  }

  /** When the process started, in epoch milliseconds; 0 if the system does not say. */
  public static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Whether it still does anything. */
  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** Waits for its end; false if it still runs after the limit. */
  public static boolean awaitEnd(ProcessHandle process, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(POLL_MILLIS); // bounded by the limit
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Asks it to end, and insists after the limit. */
  public static void stop(ProcessHandle process, Duration limit) {
    process.destroy();
    if (!awaitEnd(process, limit)) {
      process.destroyForcibly();
    }
  }

  private static boolean isZombie(long pid) {
    try {
      // "pid (name) state …"; the name may hold anything, so from its last bracket
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException _) {
      return false; // no Linux, or gone, which isAlive tells
    }
  }
}
