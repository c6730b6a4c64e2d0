package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.home.StackState.Piece;
import dev.followthrough.stack.infra.PostgresProcess;
import dev.followthrough.stack.infra.RunningProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The processes of a stack whose supervisor is gone. Found by the noted state, and by their mark
 * for those that were started between two notes.
 */
public final class Leftovers {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private Leftovers() {}

  private static List<ProcessHandle> find(Path data) {
    Map<Long, ProcessHandle> found = new LinkedHashMap<>();
    ProcessHandle.allProcesses()
        .filter(process -> isMarked(process, data) && RunningProcess.isRunning(process))
        .forEach(process -> found.put(process.pid(), process));
    noted(data)
        .flatMap(piece -> piece.process().stream())
        .forEach(process -> found.put(process.pid(), process));
    found.remove(ProcessHandle.current().pid());
    return List.copyOf(found.values());
  }

  private static Stream<Piece> noted(Path data) {
    return StackState.read(data).stream().flatMap(state -> state.children().stream());
  }

  /** Postgres and Kafka go last, so that the others can finish. */
  private static boolean isInfra(ProcessHandle process, Path data) {
    return noted(data).anyMatch(p -> p.name().equals(Supervisor.INFRA) && p.pid() == process.pid());
  }

  /** Stops them, gently first; returns how many there were. */
  public static int stop(Path data) {
    List<ProcessHandle> all = find(data);
    all.stream()
        .filter(process -> !isInfra(process, data))
        .map(
            process ->
                CompletableFuture.runAsync(
                    () -> RunningProcess.stop(process, STOP_LIMIT), Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);
    all.forEach(process -> RunningProcess.stop(process, STOP_LIMIT));
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
}
