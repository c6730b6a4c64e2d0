package dev.followthrough.notifications.lane;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Statements on the table {@code endpoint_lane}, which is no entity: it is read across owners. */
@ApplicationScoped
class LaneTable {

  private final AgroalDataSource database;

  LaneTable(AgroalDataSource database) {
    this.database = database;
  }

  /** How a row is read. */
  interface Reading<T> {
    T of(ResultSet result) throws SQLException;
  }

  static Instant instant(ResultSet result, String column) throws SQLException {
    var value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Reads from the first row on, if there is one. */
  <T> Optional<T> query(String sql, Reading<T> reading, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var result = statement.executeQuery()) {
        return result.next() ? Optional.ofNullable(reading.of(result)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the lanes", e);
    }
  }

  int update(String sql, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the lanes", e);
    }
  }

  static Lane.Health health(ResultSet result) throws SQLException {
    return new Lane.Health(
        result.getInt("failures"),
        instant(result, "failing_since"),
        instant(result, "paused_until"));
  }
}
