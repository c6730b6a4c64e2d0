package dev.followthrough.stack.testing;

import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.infra.InfraAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One Postgres and one Kafka for all tests of a Maven run, whatever module they are in. The first
 * test that asks starts them as a process of its own, with data below the root build's {@code
 * target}; it ends by itself, and takes the data away, when the Maven process has ended (outside
 * Maven: the test's process). As durable as in production.
 */
public final class SharedInfra {

  private static final Map<String, TestDatabase> DATABASES = new ConcurrentHashMap<>();
  private static final Map<String, String> PASSWORDS =
      DatabaseBootstrap.roles().stream()
          .collect(Collectors.toMap(Function.identity(), role -> role + "-test-only"));

  private SharedInfra() {}

  /**
   * A database with the roles and schemas of all services and nothing in them. The first call with
   * a name in this process makes it anew, even if another test process has left one; later calls
   * return the same.
   */
  public static TestDatabase database(String name) {
    return DATABASES.computeIfAbsent(name, SharedInfra::create);
  }

  /** What a Kafka client of a test connects to first. */
  public static String kafkaBootstrapServers() {
    return address().kafkaBootstrapServers();
  }

  private static TestDatabase create(String name) {
    InfraAddress address = address();
    // roles belong to the server, not the database: two bootstraps at once would collide
    return locked(
        () -> {
          try (var server = DriverManager.getConnection(address.superuserJdbcUrl("postgres"));
              var statement = server.createStatement()) {
            statement.execute("drop database if exists \"" + name + "\" with (force)");
            DatabaseBootstrap.createDatabase(server, name);
          }
          try (var database = DriverManager.getConnection(address.superuserJdbcUrl(name))) {
            DatabaseBootstrap.run(database, PASSWORDS);
          }
          return new TestDatabase(
              "127.0.0.1",
              address.postgresPort(),
              name,
              PASSWORDS,
              address.superuserJdbcUrl(name),
              address.kafkaBootstrapServers());
        });
  }

  private static InfraAddress address() {
    return locked(() -> new SharedProcess(folder()).address());
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        return at.resolve("target/shared-infra");
      }
    }
    return here.resolve("target/shared-infra");
  }

  private static synchronized <T> T locked(Work<T> work) {
    try {
      Files.createDirectories(folder());
      try (var channel =
              FileChannel.open(
                  folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        return work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Work<T> {
    T run() throws IOException, SQLException;
  }
}
