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

  /** The processor time it has used so far. */
  public Duration cpu() {
    return processes().stream()
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
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
