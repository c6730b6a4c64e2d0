package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.home.StackState.Piece;
import dev.followthrough.stack.infra.PostgresProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a stack whose supervisor is gone. Found by the noted state, and by their mark
 * for those that were started between two notes.
 */
public final class Leftovers {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private Leftovers() {}

  /** All that still run, the holder of the data (Postgres and Kafka) last. */
  public static List<ProcessHandle> find(Path data) {
    Map<Long, ProcessHandle> found = new LinkedHashMap<>();
    List<Piece> noted = StackState.read(data).map(StackState::children).orElse(List.of());
    ProcessHandle.allProcesses()
        .filter(process -> isMarked(process, data))
        .forEach(process -> found.put(process.pid(), process));
    noted.forEach(piece -> piece.process().ifPresent(process -> found.put(process.pid(), process)));
    found.remove(ProcessHandle.current().pid());
    List<ProcessHandle> all = new ArrayList<>(found.values());
    noted.stream()
        .filter(piece -> piece.name().equals(Supervisor.INFRA))
        .flatMap(piece -> piece.process().stream())
        .forEach(
            infra -> {
              all.remove(infra);
              all.add(infra);
            });
    return all;
  }

  /** Stops them, gently first; returns how many there were. */
  public static int stop(Path data) {
    List<ProcessHandle> all = find(data);
    all.forEach(Leftovers::stop);
    if (PostgresProcess.find(data).isPresent()) {
      PostgresProcess.stop(data);
      return all.size() + 1;
    }
    return all.size();
  }

  static String mark(Path data) {
    return "-Dfollowthrough.data=" + data;
  }

  private static boolean isMarked(ProcessHandle process, Path data) {
    String mark = mark(data);
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(mark))
        .orElse(false);
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
