package dev.followthrough.system.bench.due;

import dev.followthrough.system.bench.rig.BenchStack;
import dev.followthrough.system.bench.rig.PlainNetwork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The plain loop: claims due rows of a table like {@code due_work} with {@code FOR UPDATE SKIP
 * LOCKED}, 50 in a transaction, and does to tables of its own what due work does at least: settles
 * what is due, such as a reminder, or an agreement with its three commitments, and writes an event
 * for each row that it settles. On one connection, as the runner of the service, and as its role;
 * all statements of a transaction go in batches.
 */
public final class DueSql implements AutoCloseable {

  private static final int BATCH = 50;
  private static final String TABLES =
      """
      drop schema if exists bench cascade;
      create schema bench;
      create table bench.due_work (like SERVICE.due_work including all);
      create table bench.agreement (owner_id uuid, id uuid, version bigint, status text,
        closed_at timestamptz, primary key (owner_id, id));
      create table bench.commitment (owner_id uuid, id uuid, position int, version bigint,
        status text, primary key (owner_id, id, position));
      create table bench.outbox (owner_id uuid, id uuid primary key, type text, body text);
      grant usage on schema bench to SERVICE_app;
      grant select, insert, update, delete on all tables in schema bench to SERVICE_app;
      """;

  private final Connection superuser;
  private final Connection app;
  private final String service;
  private final int parts;

  /**
   * @param service whose due work it is like, and whose role it takes
   * @param parts how many rows hang on what is due, and are settled with it
   */
  public DueSql(BenchStack stack, String service, int parts) throws Exception {
    this.superuser = stack.asSuperuser();
    this.app = stack.asService(service);
    this.service = service;
    this.parts = parts;
  }

  /** Fills the tables, drains them, and returns the rows a second of the second part. */
  public double drain(int rows, int owners) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(TABLES.replace("SERVICE", service));
      statement.execute(
          """
          insert into bench.due_work (kind, owner_id, subject_id, due_at)
          select 'deadline', md5((n %% %d)::text)::uuid, uuidv7(), now() - interval '1 second'
          from generate_series(1, %d) n;
          insert into bench.agreement
          select owner_id, subject_id, 0, 'OPEN', null from bench.due_work;
          insert into bench.commitment
          select owner_id, subject_id, p, 0, 'PROPOSED'
          from bench.due_work, generate_series(1, %d) p;
          analyze bench.due_work, bench.agreement, bench.commitment;
          """
              .formatted(owners, rows, parts));
    }
    app.setAutoCommit(false);
    var begin = System.nanoTime();
    var done = 0;
    for (var claimed = batch(); claimed > 0; claimed = batch()) {
      done += claimed;
    }
    if (done != rows) {
      throw new IllegalStateException("the plain loop did %d of %d".formatted(done, rows));
    }
    return rows / ((System.nanoTime() - begin) / 1e9);
  }

  @Override
  public void close() throws SQLException {
    app.close();
    try (superuser;
        var statement = superuser.createStatement()) {
      statement.execute("drop schema bench cascade");
    }
  }

  private record Due(UUID owner, UUID subject) {}

  private int batch() throws SQLException {
    var claimed = claim();
    try (var agreement =
            app.prepareStatement(
                """
                update bench.agreement set status = 'CLOSED', closed_at = ?, version = version + 1
                where owner_id = ? and id = ?
                """);
        var commitment =
            app.prepareStatement(
                """
                update bench.commitment set status = 'LAPSED', version = version + 1
                where owner_id = ? and id = ? and position = ?
                """);
        var event = app.prepareStatement("insert into bench.outbox values (?, ?, ?, ?)")) {
      for (var due : claimed) {
        agreement.setTimestamp(1, Timestamp.from(Instant.now()));
        agreement.setObject(2, due.owner());
        agreement.setObject(3, due.subject());
        agreement.addBatch();
        addEvent(event, due, "agreement.closed");
        for (var position = 1; position <= parts; position++) {
          commitment.setObject(1, due.owner());
          commitment.setObject(2, due.subject());
          commitment.setInt(3, position);
          commitment.addBatch();
          addEvent(event, due, "commitment.lapsed");
        }
      }
      agreement.executeBatch();
      commitment.executeBatch();
      event.executeBatch();
    }
    app.commit();
    return claimed.size();
  }

  private static void addEvent(PreparedStatement event, Due due, String type) throws SQLException {
    event.setObject(1, due.owner());
    event.setObject(2, PlainNetwork.newId());
    event.setString(3, type);
    event.setString(4, "{\"agreementId\":\"%s\"}".formatted(due.subject()));
    event.addBatch();
  }

  private List<Due> claim() throws SQLException {
    try (var statement =
        app.prepareStatement(
            """
            delete from bench.due_work where (kind, owner_id, subject_id) in (
              select kind, owner_id, subject_id from bench.due_work
              where kind = 'deadline' and due_at <= ?
              order by due_at limit ? for update skip locked)
            returning owner_id, subject_id
            """)) {
      statement.setTimestamp(1, Timestamp.from(Instant.now()));
      statement.setInt(2, BATCH);
      var claimed = new ArrayList<Due>();
      var result = statement.executeQuery();
      while (result.next()) {
        claimed.add(new Due(result.getObject(1, UUID.class), result.getObject(2, UUID.class)));
      }
      return claimed;
    }
  }
}
