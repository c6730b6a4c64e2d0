package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.StackState.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One child process, started again whenever it ends unasked: at once the first time, then after
 * ever longer waits, up to ten seconds, until it has run for half a minute.
 */
final class Child {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration STEADY = Duration.ofSeconds(30);
  private static final long LARGE_LOG = 20L * 1024 * 1024;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final Watcher watcher;
  private Process process;
  private long startedNanos;
  private Duration wait = Duration.ZERO;
  private int endings;
  private boolean stopping;

  Child(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Watcher watcher) {
    this.name = name;
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.watcher = watcher;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  synchronized void start() {
    if (stopping) {
      return;
    }
    try {
      keepLogSmall();
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      // glibc keeps a memory arena per thread otherwise; others ignore it
      builder.environment().put("MALLOC_ARENA_MAX", "2");
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startedNanos = System.nanoTime();
    process.onExit().thenAccept(this::ended);
    watcher.started(this);
  }

  /** The process, when one runs. */
  synchronized Optional<Piece> piece() {
    return process == null || !process.isAlive()
        ? Optional.empty()
        : Optional.of(Piece.of(name, process.toHandle()));
  }

  /** How often it ended unasked. */
  synchronized int endings() {
    return endings;
  }

  /** Asks it to end, waits, and insists after the limit. */
  void stop(Duration limit) {
    Process running;
    synchronized (this) {
      stopping = true;
      running = process;
    }
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void ended(Process ended) {
    if (stopping) {
      return;
    }
    endings++;
    if (System.nanoTime() - startedNanos > STEADY.toNanos()) {
      wait = Duration.ZERO;
    }
    watcher.ended(this, ended.exitValue(), wait);
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS).execute(this::start);
    Duration longer = wait.isZero() ? Duration.ofSeconds(1) : wait.multipliedBy(2);
    wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
  }

  private void keepLogSmall() throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Hears of starts and of unasked ends. */
  interface Watcher {
    void started(Child child);

    void ended(Child child, int exitCode, Duration wait);
  }
}
