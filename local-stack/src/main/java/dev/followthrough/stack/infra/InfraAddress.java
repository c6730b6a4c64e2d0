package dev.followthrough.stack.infra;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a running {@link InfraMain} listens, as its ready-file says: the process with its start
 * time in epoch milliseconds (a process id alone may have been given to another since), the ports,
 * the superuser's password, and how many milliseconds after the process began each was ready.
 */
public record InfraAddress(
    long pid,
    long startedAt,
    int postgresPort,
    int kafkaPort,
    String superuserPassword,
    long postgresMillis,
    long kafkaMillis) {

  /** The superuser of the embedded Postgres. */
  public static final String SUPERUSER = "postgres";

  /** The address in the file, if the file is there and the process it names still runs. */
  public static Optional<InfraAddress> readLive(Path file) {
    try {
      var properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      var address =
          new InfraAddress(
              Long.parseLong(properties.getProperty("pid")),
              Long.parseLong(properties.getProperty("startedAt")),
              Integer.parseInt(properties.getProperty("postgresPort")),
              Integer.parseInt(properties.getProperty("kafkaPort")),
              properties.getProperty("superuserPassword"),
              Long.parseLong(properties.getProperty("postgresMillis")),
              Long.parseLong(properties.getProperty("kafkaMillis")));
      return RunningProcess.find(address.pid, address.startedAt).map(_ -> address);
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The JDBC address of a database, for the superuser. */
  public String superuserJdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(InfraSettings.HOST, postgresPort, database, SUPERUSER, superuserPassword);
  }

  /** What a Kafka client connects to first. */
  public String kafkaBootstrapServers() {
    return InfraSettings.HOST + ":" + kafkaPort;
  }

  void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    PrivateFiles.write(
        draft,
        """
        pid=%d
        startedAt=%d
        postgresPort=%d
        kafkaPort=%d
        superuserPassword=%s
        postgresMillis=%d
        kafkaMillis=%d
        """
            .formatted(
                pid,
                startedAt,
                postgresPort,
                kafkaPort,
                superuserPassword,
                postgresMillis,
                kafkaMillis));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
