package dev.followthrough.stack.command;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.home.StackState;
import dev.followthrough.stack.supervise.StackLock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code up --background}: runs the same {@code up} as a process of its own, deaf to this terminal,
 * and repeats its words here until it is ready or has failed.
 */
final class BackgroundUp {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int POLL_MILLIS = 100;

  private final StackSettings settings;
  private final Path log;
  private final boolean rehearse;
  private long told;

  BackgroundUp(StackSettings settings, boolean rehearse) {
    this.settings = settings;
    this.rehearse = rehearse;
    this.log = settings.logs().resolve("up.log");
  }

  int run() throws IOException, InterruptedException {
    if (StackLock.isHeld(settings.data())) {
      throw new Refusal(UpCommand.alreadyRunning(settings));
    }
    Process process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile())
            .start();
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (process.isAlive() && !isReady(process) && System.nanoTime() < limit) {
      Thread.sleep(POLL_MILLIS); // bounded by LIMIT
      repeatLog();
    }
    repeatLog();
    return isReady(process) ? 0 : 1;
  }

  private boolean isReady(Process process) {
    return process.isAlive()
        && StackState.read(settings.data())
            .filter(state -> state.supervisor().pid() == process.pid() && state.ready())
            .isPresent();
  }

  private void repeatLog() throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] news = new byte[(int) (file.length() - told)];
      file.seek(told);
      file.readFully(news);
      told += news.length;
      System.out.print(new String(news, StandardCharsets.UTF_8));
      System.out.flush();
    }
  }

  private List<String> command() {
    return List.of(
        "/bin/sh",
        "-c",
        "trap '' INT HUP; exec \"$@\"",
        "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfollowthrough.project=" + Context.project(),
        "-cp",
        System.getProperty("java.class.path"),
        "dev.followthrough.stack.Main",
        "up",
        "--rehearse=" + rehearse);
  }
}
