package dev.followthrough.platform.duework;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The runner's view of the table {@code due_work}, across owners. */
@ApplicationScoped
class DueTable {

  /** A claimed row. */
  record Due(UUID subjectId, Instant dueAt) {}

  private final AgroalDataSource database;

  DueTable(AgroalDataSource database) {
    this.database = database;
  }

  /** Owners with due work, those who wait longest first. Locks nothing. */
  List<UUID> ownersWithWork(String kind, Instant now, int rows) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select owner_id from due_work
                where kind = ? and due_at <= ? and (retry_after is null or retry_after <= ?)
                order by due_at limit ?
                """)) {
      statement.setString(1, kind);
      statement.setObject(2, now.atOffset(ZoneOffset.UTC));
      statement.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
      statement.setInt(4, rows);
      try (var result = statement.executeQuery()) {
        var owners = new LinkedHashSet<UUID>();
        while (result.next()) {
          owners.add(result.getObject(1, UUID.class));
        }
        return new ArrayList<>(owners);
      }
    }
  }

  /**
   * Claims due rows of one owner for the current transaction by deleting them.
   *
   * @return by time, then subject: whoever locks what they are about does so in that order
   */
  List<Due> claim(String kind, UUID owner, Instant now, int limit) {
    try (var connection = database.getConnection()) {
      return claim(connection, kind, owner, now, limit);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot claim due work", e);
    }
  }

  private static List<Due> claim(
      Connection connection, String kind, UUID owner, Instant now, int limit) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            delete from due_work where (kind, owner_id, subject_id) in (
              select kind, owner_id, subject_id from due_work
              where kind = ? and owner_id = ? and due_at <= ?
                and (retry_after is null or retry_after <= ?)
              order by due_at limit ? for update skip locked)
            returning subject_id, due_at
            """)) {
      statement.setString(1, kind);
      statement.setObject(2, owner);
      statement.setObject(3, now.atOffset(ZoneOffset.UTC));
      statement.setObject(4, OffsetDateTime.now(ZoneOffset.UTC));
      statement.setInt(5, limit);
      try (var result = statement.executeQuery()) {
        var claimed = new ArrayList<Due>();
        while (result.next()) {
          claimed.add(
              new Due(
                  result.getObject(1, UUID.class),
                  result.getObject(2, OffsetDateTime.class).toInstant()));
        }
        claimed.sort(Comparator.comparing(Due::dueAt).thenComparing(Due::subjectId));
        return claimed;
      }
    }
  }

  /**
   * Puts off the next due row of an owner that could not be done; twice as long each time.
   *
   * @return how many that was: none when somebody else holds or has done it
   */
  int postponeFirst(String kind, UUID owner, Instant now) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                update due_work set tries = tries + 1,
                  retry_after = ?::timestamptz + least(power(2, least(tries, 20)), 600)
                    * interval '1 second'
                where (kind, owner_id, subject_id) in (
                  select kind, owner_id, subject_id from due_work
                  where kind = ? and owner_id = ? and due_at <= ?
                    and (retry_after is null or retry_after <= ?)
                  order by due_at limit 1 for update skip locked)
                """)) {
      var systemNow = OffsetDateTime.now(ZoneOffset.UTC);
      statement.setObject(1, systemNow);
      statement.setString(2, kind);
      statement.setObject(3, owner);
      statement.setObject(4, now.atOffset(ZoneOffset.UTC));
      statement.setObject(5, systemNow);
      return statement.executeUpdate();
    }
  }

  /** The next instant at which something of the kind is due, past ones and waiting ones aside. */
  Optional<Instant> next(String kind, Instant now) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select min(due_at) from due_work where kind = ? and due_at > ?")) {
      statement.setString(1, kind);
      statement.setObject(2, now.atOffset(ZoneOffset.UTC));
      try (var result = statement.executeQuery()) {
        result.next();
        return Optional.ofNullable(result.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    }
  }

  /** How many rows are due and not done, for the metrics. */
  long lag(Instant now) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from due_work where due_at <= ?")) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }
}
