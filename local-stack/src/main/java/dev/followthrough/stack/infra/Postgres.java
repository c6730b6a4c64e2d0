package dev.followthrough.stack.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Logger;
import org.apache.commons.io.FileUtils;

/**
 * The embedded Postgres with its data folder kept, durable as in production, reachable from this
 * machine only and with a password only. Stops a server that an earlier, killed process left on the
 * same data, and starts again by itself when the server dies.
 */
final class Postgres {

  private static final Logger LOG = Logger.getLogger(Postgres.class.getName());
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration FOR_EVER = Duration.ofDays(10_000);
  private static final String HBA =
      """
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final Path data;
  private final Path initialised;
  private final Path passwordFile;
  private final Path logFile;
  private volatile EmbeddedPostgres server;
  private volatile int port;
  private volatile boolean stopping;

  Postgres(Path folder, Path logFile, int port, Path passwordFile) {
    this.data = folder.resolve("postgres");
    this.initialised = folder.resolve("postgres.initialised");
    this.logFile = logFile;
    this.port = port;
    this.passwordFile = passwordFile;
  }

  int port() {
    return server.getPort();
  }

  synchronized void start() throws IOException {
    Postmaster.stopLeftover(data);
    if (Files.notExists(initialised)) {
      // a killed initdb leaves half a cluster, which would never start
      FileUtils.deleteDirectory(data.toFile());
    }
    Files.createDirectories(logFile.getParent());
    var log = ProcessBuilder.Redirect.appendTo(logFile.toFile());
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(START_LIMIT)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("pwfile", passwordFile.toString())
            .setConnectConfig("password", Files.readString(passwordFile).strip())
            .setDataDirectoryCustomizer(this::requirePasswords)
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("unix_socket_directories", "''")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "250")
            .setServerConfig("shared_buffers", "64MB")
            .setServerConfig("timezone", "UTC")
            .start();
    Files.writeString(initialised, "");
    Postmaster.find(data).ifPresent(this::restartWhenItDies);
  }

  void stop() {
    stopping = true;
    Postmaster.stopLeftover(data);
  }

  private void restartWhenItDies(ProcessHandle postmaster) {
    Thread.ofPlatform()
        .daemon()
        .name("postgres-watch")
        .start(
            () -> {
              if (RunningProcess.awaitEnd(postmaster, FOR_EVER)) {
                restart(postmaster.pid());
              }
            });
  }

  private void restart(long pid) {
    if (stopping) {
      return;
    }
    LOG.warning(() -> "Postgres (process " + pid + ") ended unexpectedly; starting it again.");
    port = server.getPort();
    try {
      server.close();
      start();
    } catch (IOException | RuntimeException e) {
      LOG.severe(() -> "Postgres does not start again: " + e);
      Runtime.getRuntime().exit(1);
    }
  }

  private void requirePasswords(File cluster) {
    try {
      Files.writeString(cluster.toPath().resolve("pg_hba.conf"), HBA);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
