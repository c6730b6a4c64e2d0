package dev.followthrough.stack.command;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Makes every parked record due at once. The services, which look each second and keep the order of
 * each owner, do the rest.
 */
@Command(
    name = "redrive",
    description =
        "Takes up parked events again, now instead of after their pause; tells what stays parked."
            + " Exits 0 if nothing does.")
final class RedriveCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int POLL_MILLIS = 200;

  @Override
  public Integer call() throws Exception {
    StackSettings settings = Context.settings();
    var secrets = StackSecrets.at(settings.data());
    long left = 0;
    for (String service : DatabaseBootstrap.SERVICES) {
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:%d/followthrough?currentSchema=%s"
                  .formatted(settings.ports().postgres(), service),
              service + "_app",
              secrets.rolePasswords().get(service + "_app"))) {
        left += redrive(connection, service);
      } catch (SQLException e) {
        throw new Refusal("The database cannot be asked; is the stack up? " + e.getMessage());
      }
    }
    return left == 0 ? 0 : 1;
  }

  private static long redrive(Connection connection, String service)
      throws SQLException, InterruptedException {
    long before = parked(connection);
    long tries = tries(connection);
    if (before > 0) {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate("update parked_record set next_try_at = now()");
      }
    }
    long limit = System.nanoTime() + LIMIT.toNanos();
    long left = before;
    while (left > 0 && tries(connection) <= tries && System.nanoTime() < limit) {
      Thread.sleep(POLL_MILLIS); // bounded by LIMIT
      left = parked(connection);
    }
    System.out.printf("%-14s %d parked, %d applied%n", service, before, before - left);
    tellFirsts(connection);
    return left;
  }

  private static void tellFirsts(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select distinct on (source, owner_id) source, owner_id, position, type, tries, reason
                from parked_record order by source, owner_id, position
                """)) {
      while (rows.next()) {
        System.out.printf(
            "  from %s, owner %s, position %d, %s, %d tries: %s%n",
            rows.getString("source"),
            rows.getString("owner_id"),
            rows.getLong("position"),
            rows.getString("type"),
            rows.getInt("tries"),
            rows.getString("reason"));
      }
    }
  }

  private static long parked(Connection connection) throws SQLException {
    return number(connection, "select count(*) from parked_record");
  }

  private static long tries(Connection connection) throws SQLException {
    return number(connection, "select coalesce(sum(tries), 0) from parked_record");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
