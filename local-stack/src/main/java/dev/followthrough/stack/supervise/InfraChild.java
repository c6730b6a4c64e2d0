package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.infra.InfraAddress;
import dev.followthrough.stack.infra.InfraMain;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Postgres and Kafka of a stack: their process, and the database made ready for the services. */
final class InfraChild {

  static final String DATABASE = "followthrough";

  private static final int HEAP_MEGABYTES = 256;

  private final StackSettings settings;
  private final StartCaches caches;

  InfraChild(StackSettings settings, StartCaches caches) {
    this.settings = settings;
    this.caches = caches;
  }

  Child create(Child.Watcher watcher) {
    List<String> command =
        JavaCommand.of(
            settings,
            HEAP_MEGABYTES,
            caches.flags(Supervisor.INFRA),
            List.of(
                InfraMain.class.getName(),
                "--data=" + settings.data(),
                "--postgres-port=" + settings.ports().postgres(),
                "--kafka-port=" + settings.ports().kafka()));
    // by the environment: Linux shows no arguments of a command line longer than a page, and then
    // the mark would not be found
    Map<String, String> environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));
    return new Child(
        Supervisor.INFRA, command, environment, settings.logs().resolve("infra.log"), watcher);
  }

  /** Where the child listens, once it does. */
  Optional<InfraAddress> address(Child child) {
    Path ready = settings.data().resolve("infra.ready");
    return InfraAddress.readLive(ready)
        .filter(a -> child.piece().filter(piece -> piece.pid() == a.pid()).isPresent());
  }

  void bootstrap(InfraAddress address, StackSecrets secrets) {
    try (var server = DriverManager.getConnection(address.superuserJdbcUrl("postgres"))) {
      DatabaseBootstrap.createDatabase(server, DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be made.", e);
    }
    try (var database = DriverManager.getConnection(address.superuserJdbcUrl(DATABASE))) {
      DatabaseBootstrap.run(database, secrets.rolePasswords());
    } catch (SQLException e) {
      throw new IllegalStateException("The roles and schemas cannot be made.", e);
    }
  }
}
