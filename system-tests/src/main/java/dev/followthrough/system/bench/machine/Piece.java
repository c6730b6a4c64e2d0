package dev.followthrough.system.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of the stack, and what the kernel says of it. Postgres counts with its workers.
 *
 * @param withChildren whether the process's children belong to it
 */
public record Piece(String name, ProcessHandle process, boolean withChildren) {

  private static final double KILOBYTES = 1024;
  private static final long MILLIS_PER_TICK = 10;

  /** Where /proc/PID/stat has them, counted behind the name. */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;

  /** The processor time it has used so far; its children's too, those that have ended included. */
  public Duration cpu() {
    var own =
        processes().stream()
            .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus);
    return withChildren ? own.plus(endedChildren()) : own;
  }

  /**
   * Its resident memory in megabytes. Of several processes it is the proportional share, because
   * they hold the same buffers.
   */
  public double megabytes() {
    var file = withChildren ? "smaps_rollup" : "status";
    var field = withChildren ? "Pss:" : "VmRSS:";
    return processes().stream().mapToLong(one -> kilobytes(one, file, field)).sum() / KILOBYTES;
  }

  private List<ProcessHandle> processes() {
    return withChildren
        ? Stream.concat(Stream.of(process), process.descendants()).toList()
        : List.of(process);
  }

  /** A server that ends a worker for each connection would otherwise seem to have done nothing. */
  private Duration endedChildren() {
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      var ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
      return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    } catch (IOException _) {
      return Duration.ZERO;
    }
  }

  private static long kilobytes(ProcessHandle process, String file, String field) {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/" + file))) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      return residentByPs(process);
    }
  }

  /** Where there is no /proc. */
  private static long residentByPs(ProcessHandle process) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      var answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Long.parseLong(answer.strip());
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
