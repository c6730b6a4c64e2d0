package dev.followthrough.platform.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The relay's view of the table {@code outbox}, across owners. */
@ApplicationScoped
class OutboxTable {

  /** An unpublished event and the day of its partition. */
  record Row(LocalDate createdOn, EventRecord record) {}

  private final AgroalDataSource database;
  private final EventLanguage language;

  OutboxTable(AgroalDataSource database, EventLanguage language) {
    this.database = database;
    this.language = language;
  }

  /** The number of unpublished events, for the metrics. */
  long lag() throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from outbox where not published");
        var result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /**
   * The buckets that hold something unpublished: those that are ours until the commit, and others.
   */
  record Waiting(List<Integer> ours, boolean othersToo) {}

  /**
   * Goes from bucket to bucket by the index of what is unpublished: a day's published rows beside
   * them must not cost anything, which {@code select distinct} does not promise.
   */
  Waiting take(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                """
                with recursive waiting (bucket) as (
                  (select bucket from outbox where not published order by bucket limit 1)
                  union all
                  select (select next.bucket from outbox next
                          where not next.published and next.bucket > waiting.bucket
                          order by next.bucket limit 1)
                  from waiting where waiting.bucket is not null)
                select bucket,
                  pg_try_advisory_xact_lock(hashtext(current_schema || '.outbox'), bucket)
                from waiting where bucket is not null
                """);
        var result = statement.executeQuery()) {
      var ours = new ArrayList<Integer>();
      var othersToo = false;
      while (result.next()) {
        if (result.getBoolean(2)) {
          ours.add(result.getInt(1));
        } else {
          othersToo = true;
        }
      }
      return new Waiting(ours, othersToo);
    }
  }

  /** The first of each bucket, per owner in their order; of these owners none. */
  List<Row> unpublished(
      Connection connection, List<Integer> buckets, int ofEach, Collection<UUID> aside)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select first.* from unnest(?::smallint[]) as mine (number) cross join lateral (
              select created_on, owner_id, position, id, type, subject, occurred_at, traceparent,
                body
              from outbox
              where bucket = mine.number and not published and owner_id <> all (?::uuid[])
              order by owner_id, position limit ?) as first
            """)) {
      statement.setArray(1, connection.createArrayOf("smallint", buckets.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", aside.toArray()));
      statement.setInt(3, ofEach);
      return rows(statement);
    }
  }

  /** The first of each of these owners, whose buckets are ours. */
  List<Row> firstOf(Connection connection, List<Integer> buckets, Collection<UUID> owners)
      throws SQLException {
    if (owners.isEmpty()) {
      return List.of();
    }
    try (var statement =
        connection.prepareStatement(
            """
            select first.* from unnest(?::uuid[]) as one (id) cross join lateral (
              select created_on, owner_id, position, id, type, subject, occurred_at, traceparent,
                body
              from outbox
              where bucket = any (?::smallint[]) and owner_id = one.id and not published
              order by position limit 1) as first
            """)) {
      statement.setArray(1, connection.createArrayOf("uuid", owners.toArray()));
      statement.setArray(2, connection.createArrayOf("smallint", buckets.toArray()));
      return rows(statement);
    }
  }

  private List<Row> rows(PreparedStatement statement) throws SQLException {
    try (var result = statement.executeQuery()) {
      var rows = new ArrayList<Row>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    }
  }

  /** Lets the commit of this transaction not wait for the disk. */
  void relax(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("set local synchronous_commit = off")) {
      statement.execute();
    }
  }

  void markPublished(Connection connection, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var statement =
        connection.prepareStatement(
            """
            update outbox o set published = true
            from unnest(?::date[], ?::uuid[], ?::bigint[]) as done (created_on, owner_id, position)
            where o.created_on = done.created_on and o.owner_id = done.owner_id
              and o.position = done.position
            """)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "date", rows.stream().map(row -> Date.valueOf(row.createdOn())).toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "uuid", rows.stream().map(row -> row.record().owner()).toArray()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "bigint", rows.stream().map(row -> row.record().position()).toArray()));
      statement.executeUpdate();
    }
  }

  private Row row(ResultSet result) throws SQLException {
    return new Row(
        result.getObject("created_on", LocalDate.class),
        new EventRecord(
            language.source(),
            result.getObject("owner_id", UUID.class),
            result.getLong("position"),
            result.getObject("id", UUID.class),
            result.getString("type"),
            result.getString("subject"),
            result.getObject("occurred_at", OffsetDateTime.class).toInstant(),
            result.getString("traceparent"),
            result.getString("body")));
  }
}
