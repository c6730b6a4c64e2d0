package dev.followthrough.stack.infra;

import java.time.Instant;
import java.util.Optional;

/** Finds a process again by its id and start time, since ids are given out anew. */
public final class RunningProcess {

  private static final long CLOCK_SLACK_MILLIS = 2000;

  private RunningProcess() {}

  /** The process with this id, if it runs and started at that moment (epoch milliseconds). */
  public static Optional<ProcessHandle> find(long pid, long startedAt) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Math.abs(startedAt(process) - startedAt) <= CLOCK_SLACK_MILLIS);
  }

  /** When the process started, in epoch milliseconds; 0 if the system does not say. */
  public static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
