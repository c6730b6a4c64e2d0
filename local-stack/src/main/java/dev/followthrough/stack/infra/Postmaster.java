package dev.followthrough.stack.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Postgres server process on a data folder, found by the file Postgres keeps there. */
final class Postmaster {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private Postmaster() {}

  /** The live server on this data folder, whoever started it. */
  static Optional<ProcessHandle> find(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      // first line: process id; third: its start in epoch seconds
      long startedAt = Long.parseLong(lines.get(2).strip()) * 1000;
      return RunningProcess.find(Long.parseLong(lines.get(0).strip()), startedAt);
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /**
   * Stops the server on this data folder in Postgres' fast mode (clients are cut off, data is
   * written), and waits for its end. Removes the file of one that was killed, because its process
   * id may belong to another program by now and would then block the start.
   */
  static void stopLeftover(Path data) {
    find(data).ifPresent(Postmaster::stop);
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException _) {
      // the start reports it better
    }
  }

  private static void stop(ProcessHandle server) {
    try {
      // Java can send SIGTERM only, which waits for clients to leave; fast mode is SIGINT
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
      if (!RunningProcess.awaitEnd(server, STOP_LIMIT)) {
        server.destroyForcibly();
      }
    } catch (IOException _) {
      server.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
