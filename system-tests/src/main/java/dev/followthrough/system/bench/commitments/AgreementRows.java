package dev.followthrough.system.bench.commitments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Fills the tables of commitments-service with agreements of many owners, or of a few alone, each
 * time anew and in the same way, so that fillings differ by the others' rows alone. Written by SQL
 * as the superuser; row-level security stays on for the service.
 */
final class AgreementRows {

  /** Commitments of one owner: 167 agreements of three. */
  static final int OF_AN_OWNER = 501;

  private static final int AGREEMENTS = 167;
  private static final int SESSIONS = 2;
  private static final int MOST_VACUUMS = 5;

  private final Callable<Connection> superuser;
  private final List<UUID> asking;
  private final int owners;

  /**
   * @param asking the owners that ask for something
   * @param owners how many there are in the large table
   */
  AgreementRows(Callable<Connection> superuser, List<UUID> asking, int owners) {
    this.superuser = superuser;
    this.asking = asking;
    this.owners = owners;
  }

  /**
   * Says who owns what in the large table.
   *
   * @param due agreements that lie overdue, of the owners that ask for nothing
   */
  void prepare(int due) throws Exception {
    run(
        // both pass without a checkpoint amid a filling
        "alter system set max_wal_size = '24GB'",
        "alter system set checkpoint_timeout = '1h'",
        "select pg_reload_conf()",
        script("prepare")
            .replace(":ids", asking.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .replace(":measured", Integer.toString(asking.size()))
            .replace(":owners", Integer.toString(owners))
            .replace(":due", Integer.toString(due)));
  }

  /** Only the rows of the owners that ask. Returns the seconds it took. */
  double small() throws Exception {
    return fill("o < " + asking.size());
  }

  /** All. Returns the seconds it took. */
  double large() throws Exception {
    return fill("true");
  }

  private double fill(String which) throws Exception {
    var begin = System.nanoTime();
    run(script("empty"));
    var rows = script("rows").replace(":which", which);
    var part = owners * AGREEMENTS / SESSIONS + 1;
    atOnce(
        turn ->
            run(
                rows.replace(":turn", Integer.toString(turn))
                    .replace(":first", Integer.toString(turn * part))
                    .replace(":last", Integer.toString((turn + 1) * part - 1))));
    atOnce(
        turn ->
            run(
                "set synchronous_commit = off",
                "set maintenance_work_mem = '512MB'",
                "set max_parallel_maintenance_workers = 0",
                "call bench.build_indexes(%d, %d)".formatted(turn, SESSIONS)));
    run("call bench.restore_constraints()");
    vacuum();
    run("checkpoint");
    return (System.nanoTime() - begin) / 1e9;
  }

  private interface Turn {
    Void take(int turn) throws Exception;
  }

  private static void atOnce(Turn turn) throws Exception {
    try (var threads = Executors.newFixedThreadPool(SESSIONS)) {
      var all = new ArrayList<Callable<Void>>();
      for (var i = 0; i < SESSIONS; i++) {
        var number = i;
        all.add(() -> turn.take(number));
      }
      for (var one : threads.invokeAll(all)) {
        one.get();
      }
    }
  }

  /** Until every page is known to be visible to all, as in a table not filled a moment ago. */
  private void vacuum() throws Exception {
    for (var tries = 1; ; tries++) {
      run(
          "vacuum (analyze) commitments.agreement, commitments.commitment, commitments.person,"
              + " commitments.due_work");
      var invisible =
          number(
              """
              select coalesce(sum(c.relpages - c.relallvisible), 0)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'commitments' and c.relname in ('agreement', 'commitment', 'person')
              """);
      if (invisible == 0 || tries == MOST_VACUUMS) {
        return;
      }
      Thread.sleep(1_000);
    }
  }

  /** Has all that lies overdue done from that instant on; returns how much it is. */
  int schedule(Instant at) throws Exception {
    try (var connection = superuser.call();
        var insert =
            connection.prepareStatement(
                """
                insert into commitments.due_work (kind, owner_id, subject_id, due_at)
                select 'agreement-deadline', owner_id, id, ?
                from commitments.agreement where status = 'OPEN' and due_at < now()
                """)) {
      insert.setTimestamp(1, Timestamp.from(at));
      return insert.executeUpdate();
    }
  }

  /** How many rows a query counts. */
  long number(String sql) throws Exception {
    try (var connection = superuser.call();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private Void run(String... scripts) throws Exception {
    try (var connection = superuser.call();
        var statement = connection.createStatement()) {
      for (var sql : scripts) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return null;
  }

  private static String script(String name) throws IOException {
    try (var in = AgreementRows.class.getResourceAsStream(name + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
