package dev.followthrough.platform.owner;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A service does not start with a database role that row-level security does not hold: a superuser,
 * one that may pass it by, or the owner of the tables. Changes of many rows at once have no other
 * belt.
 */
@ApplicationScoped
class GuardedRole {

  private final AgroalDataSource database;

  GuardedRole(AgroalDataSource database) {
    this.database = database;
  }

  void check(@Observes @Priority(100) StartupEvent event) throws SQLException {
    try (var connection = database.getConnection()) {
      require(connection);
    }
  }

  /**
   * @throws IllegalStateException when row-level security does not hold the connection's role
   */
  static void require(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                """
                select current_user, rolsuper or rolbypassrls or exists (
                  select from pg_class
                  where relowner = role.oid and relkind in ('r', 'p')
                    and relnamespace = current_schema()::regnamespace)
                from pg_roles role where rolname = current_user
                """);
        var result = statement.executeQuery()) {
      if (!result.next() || result.getBoolean(2)) {
        throw new IllegalStateException(
            "the database role %s is not held by row-level security: give the service a role that is"
                    .formatted(result.getString(1))
                + " no superuser, has no BYPASSRLS and owns no table (see docs/operations.md)");
      }
    }
  }
}
