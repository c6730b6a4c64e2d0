package dev.followthrough.stack.command;

import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.supervise.JavaCommand;
import dev.followthrough.stack.supervise.StartCaches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code prepare} as a process of its own beside a running stack, once for each build, at the
 * lowest priority: the next starts take half the time, and this one did not wait for it.
 */
final class BackgroundRehearsal {

  private static final int HEAP_MEGABYTES = 128;

  private final StackSettings settings;
  private Process process;
  private boolean stopped;

  BackgroundRehearsal(StackSettings settings) {
    this.settings = settings;
  }

  synchronized void startIfNeeded() throws IOException {
    if (stopped || StartCaches.areThere(settings.project())) {
      return;
    }
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(settings.logs().resolve("rehearsal.log").toFile())
            .start();
  }

  /** Ends it and its own processes at once; what it has not finished does not count. */
  synchronized void stop() {
    stopped = true;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private List<String> command() {
    var command =
        new ArrayList<>(
            JavaCommand.of(
                settings,
                HEAP_MEGABYTES,
                List.of(),
                List.of(
                    "-Dfollowthrough.project=" + settings.project(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.followthrough.stack.Main",
                    "prepare")));
    // before the JVM, behind the shell that makes it deaf to Ctrl-C
    command.addAll(command.indexOf("sh") + 1, List.of("nice", "-n", "19"));
    return command;
  }
}
