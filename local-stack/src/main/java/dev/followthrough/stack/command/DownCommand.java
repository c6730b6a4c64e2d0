package dev.followthrough.stack.command;

import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.home.StackState.Piece;
import dev.followthrough.stack.infra.RunningProcess;
import dev.followthrough.stack.supervise.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything; the data is kept.")
final class DownCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Override
  public Integer call() throws Exception {
    StackSettings settings = Context.settings();
    boolean ran = stop(settings.data());
    System.out.println(
        ran ? "Stopped. The data is kept in " + settings.data() + "." : "Nothing was running.");
    return 0;
  }

  /** Stops the supervisor, and whatever it or a killed one left; false if there was nothing. */
  static boolean stop(Path data) throws IOException {
    if (Files.notExists(data)) {
      return false;
    }
    Optional<ProcessHandle> supervisor =
        StackState.read(data).map(StackState::supervisor).flatMap(Piece::process);
    if (supervisor.isPresent()) {
      System.out.println("Stopping …");
      RunningProcess.stop(supervisor.get(), LIMIT);
    }
    int left = Leftovers.stop(data);
    StackState.clear(data);
    return supervisor.isPresent() || left > 0;
  }
}
