package dev.followthrough.system.bench.due;

import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.PlainNetwork;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ten thousand agreements whose deadline falls on one instant, and how fast commitments-service is
 * through with them, beside a plain loop of {@code FOR UPDATE SKIP LOCKED}. The agreements are
 * opened by meetings posted to the API almost a week late; once all are open, their deadline is
 * moved forward in the database to a few seconds ahead, so that nobody waits for it.
 */
public final class DueBench {

  private static final Duration WEEK = Duration.ofHours(168);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int STEP_MILLIS = 50;

  /** The deadlines of this run, whose work is due a tick later. */
  private static final String AROUND = " where due_at >= ? and due_at < ?";

  private final BenchStack stack;
  private final Scale scale;
  private final Report report;

  public DueBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.scale = scale;
    this.report = report;
  }

  public void run() throws Exception {
    double beside;
    try (var loop = new DueSql(stack, "commitments", 3)) {
      beside = loop.drain(scale.dueRows(), Scale.OWNERS);
    }
    Report.progress("  due work: plain loop %s rows/s".formatted(Report.number(beside)));

    var clients = Clients.create(stack, "due", Scale.OWNERS);
    stack.quiet();
    var deadline = Instant.now().plus(scale.leadTime()).truncatedTo(ChronoUnit.SECONDS);
    var begin = System.nanoTime();
    var posted = post(clients, deadline);
    try (var superuser = stack.asSuperuser()) {
      awaitRows(superuser, deadline, scale.dueRows());
      var opened = scale.dueRows() / ((System.nanoTime() - begin) / 1e9);
      Report.progress("  due work: agreements are open, %s/s".formatted(Report.number(opened)));
      stack.quiet();
      var seconds = drain(superuser, deadline);
      show(scale.dueRows() / seconds, beside, opened, posted);
    }
    stack.quiet();
  }

  /** Posts the meetings as fast as they are taken, and returns how many a second that was. */
  private double post(List<Client> clients, Instant deadline) throws Exception {
    var begin = System.nanoTime();
    var next = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(Scale.CONNECTIONS)) {
      List<Future<?>> all = new ArrayList<>();
      for (var i = 0; i < Scale.CONNECTIONS; i++) {
        all.add(threads.submit(() -> postAll(clients, deadline, next)));
      }
      for (var one : all) {
        one.get();
      }
    }
    return scale.dueRows() / ((System.nanoTime() - begin) / 1e9);
  }

  private Void postAll(List<Client> clients, Instant deadline, AtomicInteger next)
      throws IOException {
    try (var connection = new HttpConnection("127.0.0.1", stack.port("contacts"))) {
      for (var n = next.getAndIncrement(); n < scale.dueRows(); n = next.getAndIncrement()) {
        var client = clients.get(n % clients.size());
        var status = connection.exchange(client.recordMeeting(deadline.minus(WEEK)));
        if (status != 201) {
          throw new IOException("recording a meeting was answered " + status);
        }
      }
    }
    return null;
  }

  /** Moves the deadlines forward, and returns the seconds from them until nothing is left. */
  private double drain(Connection superuser, Instant deadline) throws Exception {
    var soon = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.MILLIS);
    try (var app = stack.asService("commitments")) {
      moveForward(superuser, app, deadline, soon);
    }
    if (count(superuser, soon) != scale.dueRows() || Instant.now().isAfter(soon)) {
      throw new IllegalStateException("the deadlines were not moved forward in time");
    }
    Thread.sleep(Duration.between(Instant.now(), soon));
    awaitRows(superuser, soon, 0);
    return Duration.between(soon, Instant.now()).toNanos() / 1e9;
  }

  private static void moveForward(Connection superuser, Connection app, Instant from, Instant to)
      throws SQLException {
    app.setAutoCommit(false);
    for (var owner : owners(superuser, from)) {
      PlainNetwork.setOwner(app, owner);
      for (var table : List.of("agreement", "due_work")) {
        move(app, table, from, to);
      }
      app.commit();
    }
  }

  private static List<UUID> owners(Connection superuser, Instant dueAt) throws SQLException {
    try (var find =
        superuser.prepareStatement("select distinct owner_id from commitments.due_work" + AROUND)) {
      around(find, 1, dueAt);
      var found = find.executeQuery();
      var owners = new ArrayList<UUID>();
      while (found.next()) {
        owners.add(found.getObject(1, UUID.class));
      }
      return owners;
    }
  }

  /** The same distance for each row: what is due a little after the deadline stays so. */
  private static void move(Connection app, String table, Instant from, Instant to)
      throws SQLException {
    try (var move =
        app.prepareStatement(
            "update "
                + table
                + " set due_at = due_at - ? * interval '1 millisecond'"
                + AROUND
                + " and owner_id = current_setting('app.owner')::uuid")) {
      move.setLong(1, Duration.between(to, from).toMillis());
      around(move, 2, from);
      move.executeUpdate();
    }
  }

  private static void around(PreparedStatement statement, int first, Instant dueAt)
      throws SQLException {
    statement.setTimestamp(first, Timestamp.from(dueAt));
    statement.setTimestamp(first + 1, Timestamp.from(dueAt.plusMillis(500)));
  }

  private static void awaitRows(Connection superuser, Instant dueAt, int rows)
      throws SQLException, InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var found = count(superuser, dueAt);
    while (found != rows) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("%d due rows instead of %d".formatted(found, rows));
      }
      Thread.sleep(STEP_MILLIS); // bounded by PATIENCE
      found = count(superuser, dueAt);
    }
  }

  private static int count(Connection superuser, Instant dueAt) throws SQLException {
    try (var statement =
        superuser.prepareStatement("select count(*) from commitments.due_work" + AROUND)) {
      around(statement, 1, dueAt);
      var result = statement.executeQuery();
      result.next();
      return result.getInt(1);
    }
  }

  private void show(double ours, double beside, double opened, double posted) {
    report.heading("%,d due rows: deadlines that all fall at once".formatted(scale.dueRows()));
    report.line(
        "closed by commitments-service",
        Report.number(ours) + " rows/s",
        Report.number(beside) + " rows/s plain loop",
        Report.number(ours / beside));
    report.line("opened before, meeting to agreement", Report.number(opened) + "/s", "", "");
    report.line("  while the meetings were posted at", Report.number(posted) + "/s", "", "");
  }
}
