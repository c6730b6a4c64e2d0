package dev.followthrough.system.bench.commitments;

import dev.followthrough.system.bench.due.DueSql;
import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Clients;
import dev.followthrough.system.bench.rig.Clients.Client;
import dev.followthrough.system.bench.rig.PlainNetwork;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * What calls cost owners of 501 commitments each: twenty owners alone in the table, the same among
 * 10,000,000 commitments of others, and alone again. Then 100,000 agreements of the others that are
 * due at one instant: how fast they are settled, and what calls cost meanwhile.
 */
public final class CommitmentsBench {

  private static final int ASKING = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final int STEP_MILLIS = 100;

  private final BenchStack stack;
  private final CommitmentsReport report;
  private final int commitments;
  private final int due;
  private final int times;
  private final Duration lead;
  private final CallTimes alone = new CallTimes();
  private final CallTimes among = new CallTimes();
  private final CallTimes idle = new CallTimes();
  private final CallTimes meanwhile = new CallTimes();
  private AgreementRows rows;

  public CommitmentsBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.commitments = scale.isQuick() ? 200_000 : 10_000_000;
    this.due = scale.isQuick() ? 2_000 : 100_000;
    this.times = scale.isQuick() ? 100 : 300;
    this.lead = scale.isQuick() ? Duration.ofSeconds(8) : Duration.ofSeconds(45);
    this.report = new CommitmentsReport(report, ASKING * AgreementRows.OF_AN_OWNER);
  }

  public void run() throws Exception {
    double beside;
    try (var loop = new DueSql(stack, "commitments", 3)) {
      beside = loop.drain(due, Scale.OWNERS);
    }
    var clients = Clients.create(stack, "commitments", ASKING);
    stack.quiet();
    var owners = owners(clients);
    var all = (commitments + AgreementRows.OF_AN_OWNER - 1) / AgreementRows.OF_AN_OWNER;
    rows = new AgreementRows(stack::asSuperuser, owners, all);
    rows.prepare(due);
    try (var calls = new CommitmentCalls(stack.port("commitments"), clients, owners)) {
      begin(calls, rows.small());
      new CallTimes().measure(calls, 2 * times);
      alone.measure(calls, times);

      var filled = begin(calls, rows.large());
      requireOwnRowsOnly(owners.getFirst());
      new CallTimes().measure(calls, times);
      var cpu = CpuUse.start(stack.pieces());
      among.measure(calls, times);
      var used = cpu.stop();
      report.size(
          rows.number("select count(*) from commitments.commitment"),
          rows.number("select pg_total_relation_size('commitments.commitment')"),
          filled);
      stack.quiet();
      for (var i = 0; i < times / 2; i++) {
        idle.stroll(calls);
      }
      var drained = drain(calls);

      begin(calls, rows.small());
      alone.measure(calls, times);
      report.calls(among.latencies(), alone.latencies(), used);
      report.drain(due, drained, beside, meanwhile.latencies(), idle.latencies());
    }
  }

  private List<UUID> owners(List<Client> clients) throws SQLException {
    try (var superuser = stack.asSuperuser();
        var find =
            superuser.prepareStatement("select owner_id from contacts.contact where id = ?")) {
      var owners = new ArrayList<UUID>();
      for (var client : clients) {
        find.setObject(1, UUID.fromString(client.contactId()));
        var found = find.executeQuery();
        found.next();
        owners.add(found.getObject(1, UUID.class));
      }
      return owners;
    }
  }

  private double begin(CommitmentCalls calls, double seconds) throws Exception {
    Report.progress(
        "  %,d commitments, filled in %.0f s"
            .formatted(rows.number("select count(*) from commitments.commitment"), seconds));
    try (var superuser = stack.asSuperuser()) {
      calls.begin(superuser);
    }
    stack.quiet();
    return seconds;
  }

  /** The service's role sees what is the owner's, and nothing else. */
  private void requireOwnRowsOnly(UUID owner) throws IOException, SQLException {
    try (var app = stack.asService("commitments")) {
      app.setAutoCommit(false);
      PlainNetwork.setOwner(app, owner);
      var seen = count(app);
      if (seen != AgreementRows.OF_AN_OWNER) {
        throw new IllegalStateException("an owner sees %d commitments".formatted(seen));
      }
    }
  }

  private static long count(Connection app) throws SQLException {
    try (var statement = app.createStatement();
        var result = statement.executeQuery("select count(*) from commitment")) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Has all that lies overdue fall due, asks meanwhile, and returns the seconds it took. */
  private double drain(CommitmentCalls calls) throws Exception {
    var at = Instant.now().plus(lead).truncatedTo(ChronoUnit.SECONDS);
    var scheduled = rows.schedule(at);
    if (scheduled != due || Instant.now().isAfter(at)) {
      throw new IllegalStateException("%d agreements were made due".formatted(scheduled));
    }
    Thread.sleep(Duration.between(Instant.now(), at));
    double seconds;
    try (var threads = Executors.newSingleThreadExecutor()) {
      var drained = threads.submit(() -> awaitDrained(at));
      while (!drained.isDone()) {
        meanwhile.stroll(calls);
      }
      seconds = drained.get();
    }
    Report.progress("  %,d agreements settled in %.1f s".formatted(due, seconds));
    var left =
        rows.number(
            "select count(*) from commitments.agreement where status = 'OPEN' and due_at < now()");
    if (left > 0) {
      throw new IllegalStateException("%d agreements are not settled".formatted(left));
    }
    var begin = System.nanoTime();
    while (stack.quiet() > 290 && System.nanoTime() - begin < PATIENCE.toNanos()) {
      Report.progress("  the others are still told of it");
    }
    report.told((System.nanoTime() - begin) / 1e9);
    return seconds;
  }

  private double awaitDrained(Instant at) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var left =
        "select count(*) from (select from commitments.due_work"
            + " where kind = 'agreement-deadline' limit 1) one";
    while (rows.number(left) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the deadlines are not drained");
      }
      Thread.sleep(STEP_MILLIS); // bounded by PATIENCE
    }
    return Duration.between(at, Instant.now()).toNanos() / 1e9;
  }
}
