package dev.followthrough.platform.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plain statements of the current transaction, on its connection. For what no entity maps, and for
 * reads on a hot path: Hibernate keeps the plan of a native query that names its result's class
 * anew for each call, up to 2,048 of them under one hash, and compares them all at the next one.
 *
 * <p>Entities that were changed before are not flushed by it. Instants go as {@code timestamptz}; a
 * statement that fails is an {@link IllegalStateException} whose cause is the {@link SQLException}.
 */
@ApplicationScoped
public class Sql {

  private final AgroalDataSource database;

  Sql(AgroalDataSource database) {
    this.database = database;
  }

  /** How a row is read. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Every row, in its order. */
  public <T> List<T> list(String sql, Row<T> row, Object... arguments) {
    return run(
        sql,
        arguments,
        statement -> {
          try (var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
              rows.add(row.read(result));
            }
            return rows;
          }
        });
  }

  /** The first row, if there is one and it is not read as null. */
  public <T> Optional<T> first(String sql, Row<T> row, Object... arguments) {
    return run(
        sql,
        arguments,
        statement -> {
          try (var result = statement.executeQuery()) {
            return result.next() ? Optional.ofNullable(row.read(result)) : Optional.empty();
          }
        });
  }

  /** Whether there is a row at all. */
  public boolean exists(String sql, Object... arguments) {
    return first(sql, _ -> true, arguments).isPresent();
  }

  /** Returns how many rows it changed. */
  public int update(String sql, Object... arguments) {
    return run(sql, arguments, PreparedStatement::executeUpdate);
  }

  /** A {@code timestamptz}, or null. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Object[] arguments, Work<T> work) {
    try (Connection connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, bound(arguments[i]));
      }
      return work.on(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("a statement failed", e);
    }
  }

  private static Object bound(Object argument) {
    return argument instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : argument;
  }
}
