package dev.followthrough.stack.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process and its descendants hold, by the kernel's word. */
final class ProcessMemory {

  private static final long KILOBYTES = 1024;

  private ProcessMemory() {}

  /** Memory shared between several of them is counted once where the system says (Linux). */
  static long megabytes(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .filter(p -> p.equals(process) || isSameProgram(p, process))
            .mapToLong(ProcessMemory::kilobytes)
            .sum()
        / KILOBYTES;
  }

  private static boolean isSameProgram(ProcessHandle one, ProcessHandle other) {
    // Postgres' workers belong to it; the services are no part of their supervisor
    var command = one.info().command();
    return command.isPresent()
        && command.equals(other.info().command())
        && !command.get().endsWith("java");
  }

  private static long kilobytes(ProcessHandle process) {
    Path shares = Path.of("/proc/" + process.pid() + "/smaps_rollup");
    try (var lines = Files.lines(shares)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | RuntimeException _) {
      return residentKilobytes(process);
    }
  }

  private static long residentKilobytes(ProcessHandle process) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Long.parseLong(answer.strip());
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
