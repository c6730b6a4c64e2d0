package dev.followthrough.platform.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Writes a transaction's events, each at its owner's next position. */
@ApplicationScoped
class OutboxRows {

  /** An event that has no position yet. */
  record Appended(
      UUID id, String type, String subject, Instant time, String traceparent, String body) {}

  private final AgroalDataSource database;
  private final OutboxConfig config;

  OutboxRows(AgroalDataSource database, OutboxConfig config) {
    this.database = database;
    this.config = config;
  }

  /** The bucket in which all events of an owner wait. */
  static int bucketOf(UUID owner, OutboxConfig config) {
    return Math.floorMod(owner.hashCode(), config.buckets());
  }

  /**
   * Writes them in the current transaction, and holds the owner's counter until its end.
   *
   * @return the position of the last one
   */
  long write(UUID owner, List<Appended> events) {
    try (var connection = database.getConnection()) {
      var last = reserve(connection, owner, events.size());
      insert(connection, owner, events, last - events.size());
      return last;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the outbox", e);
    }
  }

  private static long reserve(Connection connection, UUID owner, int count) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into owner_stream (owner_id, position) values (?, ?)
            on conflict (owner_id) do update set position = owner_stream.position + excluded.position
            returning position
            """)) {
      statement.setObject(1, owner);
      statement.setLong(2, count);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private void insert(Connection connection, UUID owner, List<Appended> events, long before)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into outbox
              (owner_id, position, id, type, subject, occurred_at, traceparent, body, bucket)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      var position = before;
      for (var event : events) {
        position++;
        statement.setObject(1, owner);
        statement.setLong(2, position);
        statement.setObject(3, event.id());
        statement.setString(4, event.type());
        statement.setString(5, event.subject());
        statement.setObject(6, event.time().atOffset(ZoneOffset.UTC));
        statement.setString(7, event.traceparent());
        statement.setString(8, event.body());
        statement.setShort(9, (short) bucketOf(owner, config));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
