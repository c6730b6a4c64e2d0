package dev.followthrough.system.bench.due;

import dev.followthrough.system.bench.machine.CpuUse;
import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.Report;
import dev.followthrough.system.bench.rig.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reminders that all fall due at one instant, and how fast notifications-service is through with
 * them, beside a plain loop of {@code FOR UPDATE SKIP LOCKED}. The ledger and the due work are
 * written by SQL beforehand. Afterwards each is counted: sent once, logged once, published once.
 */
public final class RemindersBench {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int STEP_MILLIS = 100;

  /** Of how many events each reminder is told by, where it is not exactly one. */
  private static final String NOT_ONCE =
      """
      select count(*) from (
        select r.owner_id, r.agreement_id from notifications.reminder r
        left join %s e on e.owner_id = r.owner_id
          and e.subject = 'agreement/' || r.agreement_id
          and e.type = 'commitment.deadline.approaching'
        where r.remind_at = ? group by 1, 2 having count(e.id) <> 1) odd
      """;

  private final BenchStack stack;
  private final Report report;
  private final int rows;
  private final Duration lead;

  public RemindersBench(BenchStack stack, Scale scale, Report report) {
    this.stack = stack;
    this.report = report;
    this.rows = scale.isQuick() ? 2_000 : 100_000;
    this.lead = scale.isQuick() ? Duration.ofSeconds(15) : Duration.ofSeconds(90);
  }

  public void run() throws Exception {
    double beside;
    try (var loop = new DueSql(stack, "notifications", 0)) {
      beside = loop.drain(rows, Scale.OWNERS);
    }
    Report.progress("  reminders: plain loop %s rows/s".formatted(Report.number(beside)));
    stack.quiet();
    try (var superuser = stack.asSuperuser()) {
      var at = Instant.now().plus(lead).truncatedTo(ChronoUnit.SECONDS);
      fill(superuser, at);
      if (Instant.now().isAfter(at.minusSeconds(2))) {
        throw new IllegalStateException("the ledger was not filled in time");
      }
      Thread.sleep(Duration.between(Instant.now(), at));
      var cpu = CpuUse.start(stack.pieces());
      var sent = await(superuser, at, "select from notifications.due_work where kind = 'reminder'");
      var used = cpu.stop();
      var told = await(superuser, at, "select from notifications.outbox where not published");
      show(superuser, at, beside, sent, told, used);
    }
    stack.quiet();
  }

  private void fill(Connection superuser, Instant at) throws SQLException, IOException {
    var begin = System.nanoTime();
    try (var in = RemindersBench.class.getResourceAsStream("reminders.sql");
        var statement = superuser.createStatement()) {
      statement.execute(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace(":rows", Integer.toString(rows))
              .replace(":owners", Integer.toString(Scale.OWNERS))
              .replace(":at", at.toString()));
      statement.execute(
          "vacuum (analyze) notifications.deadline, notifications.owed, notifications.reminder,"
              + " notifications.due_work");
    }
    Report.progress(
        "  reminders: %,d filled in %.0f s".formatted(rows, (System.nanoTime() - begin) / 1e9));
  }

  /** The seconds from the instant until there is none of these any more. */
  private static double await(Connection superuser, Instant at, String these)
      throws SQLException, InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (number(superuser, "select count(*) from (%s limit 1) one".formatted(these)) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%d are left".formatted(number(superuser, "select count(*) from (" + these + ") all")));
      }
      Thread.sleep(STEP_MILLIS); // bounded by PATIENCE
    }
    return Duration.between(at, Instant.now()).toNanos() / 1e9;
  }

  private static long number(Connection superuser, String sql, Object... arguments)
      throws SQLException {
    try (var statement = superuser.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      var result = statement.executeQuery();
      result.next();
      return result.getLong(1);
    }
  }

  private void show(
      Connection superuser, Instant at, double beside, double sent, double told, CpuUse.Used used)
      throws SQLException {
    var then = Timestamp.from(at);
    var lines =
        number(
            superuser,
            "select count(distinct event_id) from notifications.reminder"
                + " where remind_at = ? and status = 'SENT'",
            then);
    var oddInLog = number(superuser, NOT_ONCE.formatted("notifications.message"), then);
    var oddInOutbox = number(superuser, NOT_ONCE.formatted("notifications.outbox"), then);
    report.heading(
        "%,d reminders that are due at one instant, of %d owners".formatted(rows, Scale.OWNERS));
    report.line(
        "sent by notifications-service",
        Report.number(rows / sent) + " rows/s",
        Report.number(beside) + " rows/s plain loop",
        Report.number(rows / sent / beside));
    report.line(
        "the last one decided, published after",
        "%s, %s s".formatted(Report.number(sent), Report.number(told)),
        "",
        "");
    report.target(
        "exactly one event each",
        "%,d sent".formatted(lines),
        "%,d odd in log, %,d in outbox".formatted(oddInLog, oddInOutbox),
        "",
        "%,d, 0, 0".formatted(rows),
        lines == rows && oddInLog == 0 && oddInOutbox == 0);
    report.cpu(used);
  }
}
