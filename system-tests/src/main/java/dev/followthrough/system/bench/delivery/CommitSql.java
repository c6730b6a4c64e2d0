package dev.followthrough.system.bench.delivery;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.rig.BenchStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One small durable insert in a transaction of its own: what the database does at most. */
final class CommitSql implements ClosedLoad.Worker {

  private final Connection connection;
  private final PreparedStatement insert;

  private CommitSql(Connection connection) throws SQLException {
    this.connection = connection;
    this.insert = connection.prepareStatement("insert into bench_commit.row (words) values (?)");
  }

  /** Makes the table, and workers that write to it. */
  static ClosedLoad.Workers workers(BenchStack stack) throws SQLException {
    execute(
        stack,
        """
        create schema if not exists bench_commit;
        create table if not exists bench_commit.row (
          id bigint generated always as identity primary key, words text not null);
        """);
    return _ -> new CommitSql(stack.asSuperuser());
  }

  static void drop(BenchStack stack) throws SQLException {
    execute(stack, "drop schema if exists bench_commit cascade");
  }

  private static void execute(BenchStack stack, String sql) throws SQLException {
    try (var superuser = stack.asSuperuser();
        var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void once() throws SQLException {
    insert.setString(1, "Send the link we talked about");
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
