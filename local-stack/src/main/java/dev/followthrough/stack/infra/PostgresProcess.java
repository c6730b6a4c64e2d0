package dev.followthrough.stack.infra;

import java.nio.file.Path;
import java.util.Optional;

/** The Postgres server of a data folder, as seen from another process. */
public final class PostgresProcess {

  private PostgresProcess() {}

  /** The server, if it runs. */
  public static Optional<ProcessHandle> find(Path dataFolder) {
    return Postmaster.find(dataFolder.resolve("postgres"));
  }

  /** Stops the server, as one that a killed {@link InfraMain} left; waits for its end. */
  public static void stop(Path dataFolder) {
    find(dataFolder).ifPresent(_ -> Postmaster.stopLeftover(dataFolder.resolve("postgres")));
  }
}
