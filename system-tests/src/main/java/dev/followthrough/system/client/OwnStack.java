package dev.followthrough.system.client;

import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.home.StackState.Piece;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A stack of one's own, from the packaged jars, with a data folder and ports that disturb no other:
 * real processes, which can be killed. Closing it stops it in order.
 */
public final class OwnStack implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(120);
  private static final int PORTS = 40;

  private final Path project;
  private final Path data;
  private final Map<String, String> environment = new HashMap<>();
  private Process supervisor;

  /**
   * @param project the folder that holds the built modules
   * @param data where the stack keeps its data; emptied never, so that a stack can be continued
   * @param settings further environment variables of {@code ./followthrough up}
   */
  public OwnStack(Path project, Path data, Map<String, String> settings) throws IOException {
    this.project = project.toAbsolutePath();
    this.data = data.toAbsolutePath();
    var base = freePorts();
    environment.put("FOLLOWTHROUGH_DATA", this.data.toString());
    environment.put("FOLLOWTHROUGH_PORT", Integer.toString(base));
    environment.put("FOLLOWTHROUGH_PORT_BASE", Integer.toString(base + 1));
    environment.putAll(settings);
    Files.createDirectories(this.data);
  }

  /** Starts it and returns when everything is ready. */
  public RunningStack start() throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfollowthrough.project=" + project,
            "-cp",
            classPath(),
            "dev.followthrough.stack.Main",
            "up"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("up.out").toFile()));
    builder.environment().putAll(environment);
    supervisor = builder.start();
    return ready();
  }

  /** The process ids of a piece: one for each replica. */
  public List<ProcessHandle> processes(String name) {
    return StackState.read(data).stream()
        .flatMap(state -> state.children().stream())
        .filter(piece -> piece.name().equals(name) || piece.name().startsWith(name + "-"))
        .map(Piece::process)
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  /** The process that holds the others. */
  public ProcessHandle supervisor() {
    return supervisor.toHandle();
  }

  public Path data() {
    return data;
  }

  /** What the stack was told by its environment. */
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public void close() throws InterruptedException {
    if (supervisor == null) {
      return;
    }
    supervisor.destroy();
    if (!supervisor.waitFor(60, TimeUnit.SECONDS)) {
      supervisor.destroyForcibly();
    }
  }

  private RunningStack ready() throws IOException, InterruptedException {
    var end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      var running = RunningStack.find(project, environment);
      if (running.isPresent()) {
        return running.get();
      }
      if (supervisor.waitFor(100, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new IllegalStateException(
        "the stack does not start:\n" + Files.readString(data.resolve("up.out")));
  }

  private String classPath() throws IOException {
    var target = project.resolve("local-stack/target");
    try (var jars = Files.list(target)) {
      var jar =
          jars.filter(file -> file.getFileName().toString().matches("local-stack-[0-9.]+\\.jar"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("local-stack is not packaged"));
      return jar + java.io.File.pathSeparator + target.resolve("lib") + "/*";
    }
  }

  /** A run of free ports; another process may take one meanwhile, and then the start says so. */
  private static int freePorts() throws IOException {
    for (var base = 21_000 + (int) (ProcessHandle.current().pid() % 200) * PORTS;
        base < 60_000;
        base += PORTS) {
      if (allFree(base)) {
        return base;
      }
    }
    throw new IOException("no run of free ports");
  }

  private static boolean allFree(int base) {
    for (var port = base; port < base + PORTS; port++) {
      try (var _ = new ServerSocket(port)) {
        // free
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
