package dev.followthrough.system.bench.rig;

import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.infra.InfraAddress;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.machine.Piece;
import dev.followthrough.system.client.OwnStack;
import dev.followthrough.system.client.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The stack that is measured: of its own, with its data in a new folder that is deleted at the end,
 * without rate limits, everything else as {@code up} starts it.
 */
public final class BenchStack implements AutoCloseable {

  private static final List<String> SERVICES = List.of("contacts", "commitments", "notifications");
  private static final double QUIET = 0.3;

  private final Path folder;
  private final OwnStack own;
  private RunningStack running;

  public BenchStack(Path project) throws IOException {
    var parent = Files.createDirectories(project.resolve("target"));
    folder = Files.createTempDirectory(parent, "bench-");
    own =
        new OwnStack(
            project,
            folder,
            Map.of(
                "FOLLOWTHROUGH_LOAD_RATE_LIMITED", "false",
                "FOLLOWTHROUGH_LOAD_MAX_REQUESTS", "512"));
  }

  /** Starts it and returns the seconds that took. */
  public double start() throws IOException, InterruptedException, SQLException {
    var begin = System.nanoTime();
    running = own.start();
    var seconds = (System.nanoTime() - begin) / 1e9;
    letPlansBeSeen();
    return seconds;
  }

  /** From the next start on: it does nothing until it is told to. */
  private void letPlansBeSeen() throws SQLException {
    try (var superuser = asSuperuser();
        var statement = superuser.createStatement()) {
      statement.execute("alter system set session_preload_libraries = 'auto_explain'");
    }
  }

  public Path databaseLog() {
    return folder.resolve("logs/postgres.log");
  }

  public void stop() throws InterruptedException {
    own.close();
  }

  /** Stops it, and starts so many processes of each service on its data. */
  public void restart(int replicas) throws IOException, InterruptedException {
    own.close();
    own.environment().put("FOLLOWTHROUGH_REPLICAS", Integer.toString(replicas));
    running = own.start();
  }

  @Override
  public synchronized void close() throws IOException, InterruptedException {
    own.close();
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  public RunningStack running() {
    return running;
  }

  public int port(String piece) {
    return running.settings().ports().byPiece().get(piece);
  }

  public List<Piece> pieces() throws IOException {
    var all = new ArrayList<Piece>();
    for (var service : SERVICES) {
      var replicas = own.processes(service);
      for (var i = 0; i < replicas.size(); i++) {
        all.add(new Piece(i == 0 ? service : service + "-" + (i + 1), replicas.get(i), false));
      }
    }
    all.add(new Piece("gateway and issuer", own.supervisor(), false));
    all.add(new Piece("Kafka", own.processes("infra").getFirst(), false));
    var postmaster = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
    all.add(
        new Piece("Postgres", ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow(), true));
    return all;
  }

  /** A connection as the service has it: its role, its schema, its settings. */
  public Connection asService(String service) throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/followthrough?currentSchema=%s&stringtype=unspecified"
            .formatted(port("postgres"), service),
        service + "_app",
        StackSecrets.at(folder).rolePasswords().get(service + "_app"));
  }

  public Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(
        InfraAddress.readLive(folder.resolve("infra.ready"))
            .orElseThrow()
            .superuserJdbcUrl("followthrough"));
  }

  /** What the database promises, as it says itself. */
  public String durability() throws SQLException {
    try (var connection = asSuperuser();
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select current_setting('fsync'), current_setting('synchronous_commit')")) {
      result.next();
      return "Postgres with fsync %s, synchronous_commit %s"
          .formatted(result.getString(1), result.getString(2));
    }
  }

  /**
   * Waits until the stack has nothing left to do, by its use of the processors.
   *
   * @return the seconds it was still busy
   */
  public double quiet() throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var quietFor = 0;
    for (var i = 0; i < 300 && quietFor < 2; i++) {
      var use = CpuUse.start(pieces());
      Thread.sleep(Duration.ofSeconds(1)); // a sample; bounded by the loop
      quietFor = use.stop().stack() < QUIET ? quietFor + 1 : 0;
    }
    return (System.nanoTime() - begin) / 1e9 - quietFor;
  }
}
