package dev.followthrough.stack.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.io.FileUtils;

/**
 * The process that holds Postgres and Kafka for a stack on one machine. Starts both in parallel,
 * then announces itself in its ready-file ({@link InfraAddress}); on SIGTERM, or when the process
 * it watches is gone, stops both cleanly. Ends with code 1 when either cannot be started.
 */
public final class InfraMain {

  private static final Logger LOG = Logger.getLogger(InfraMain.class.getName());

  // the common pool of a small machine has one thread
  private static final Executor EACH_ITS_OWN = work -> Thread.ofPlatform().start(work);

  private final InfraSettings settings;
  private final Postgres postgres;
  private final Kafka kafka;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);

  private InfraMain(InfraSettings settings) throws IOException {
    this.settings = settings;
    PrivateFiles.createFolder(settings.dataFolder());
    PrivateFiles.secret(settings.passwordFile());
    var folder = settings.dataFolder();
    this.postgres =
        new Postgres(
            folder,
            folder.resolve("logs/postgres.log"),
            settings.postgresPort(),
            settings.passwordFile());
    int[] free = freePorts();
    this.kafka =
        new Kafka(folder, settings.kafkaPort() == 0 ? free[0] : settings.kafkaPort(), free[1]);
  }

  /** Arguments as {@link InfraSettings} says. */
  public static void main(String[] arguments) throws Exception {
    var settings = InfraSettings.parse(arguments);
    QuietLogging.install();
    System.setProperty("ot.epg.working-dir", settings.binariesFolder().toString());
    Files.createDirectories(settings.binariesFolder());
    new InfraMain(settings).run();
  }

  private void run() throws Exception {
    Files.deleteIfExists(settings.readyFile());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "infra-stop"));
    endWithWatchedProcess();
    var database =
        CompletableFuture.supplyAsync(() -> start("Postgres", postgres::start), EACH_ITS_OWN);
    var broker = CompletableFuture.supplyAsync(() -> start("Kafka", kafka::start), EACH_ITS_OWN);
    try {
      CompletableFuture.allOf(database, broker).join();
    } catch (RuntimeException e) {
      LOG.log(
          Level.SEVERE,
          "Cannot start. {0} (Postgres'' own log is {1})",
          new Object[] {e.getCause().getMessage(), settings.dataFolder().resolve("logs")});
      System.exit(1);
    }
    new InfraAddress(
            ProcessHandle.current().pid(),
            RunningProcess.startedAt(ProcessHandle.current()),
            postgres.port(),
            kafka.port(),
            PrivateFiles.secret(settings.passwordFile()),
            database.join(),
            broker.join())
        .write(settings.readyFile());
    end.await();
  }

  private void endWithWatchedProcess() {
    if (settings.watchedPid() == 0) {
      return;
    }
    Runnable exit = () -> Thread.ofPlatform().start(() -> System.exit(0));
    ProcessHandle.of(settings.watchedPid())
        .ifPresentOrElse(watched -> watched.onExit().thenRun(exit), exit);
  }

  private void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    try {
      Files.deleteIfExists(settings.readyFile());
      var broker = CompletableFuture.runAsync(kafka::stop, EACH_ITS_OWN);
      postgres.stop();
      broker.join();
      if (settings.discardData()) {
        FileUtils.deleteDirectory(settings.dataFolder().toFile());
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Stopped, but: {0}", e.getMessage());
    }
    end.countDown();
  }

  /** Starts it; returns the milliseconds since this process began. */
  private static long start(String name, Start start) {
    try {
      start.run();
      return System.currentTimeMillis() - RunningProcess.startedAt(ProcessHandle.current());
    } catch (Exception e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  private static int[] freePorts() throws IOException {
    // both open at once, or the system might give the same one twice
    try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    }
  }

  private interface Start {
    void run() throws Exception;
  }
}
