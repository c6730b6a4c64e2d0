package dev.followthrough.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedInfraTest {

  private final TestDatabase database = SharedInfra.database("local_stack_roles");

  @Test
  void commits_are_durable() throws SQLException {
    try (var connection = DriverManager.getConnection(database.superuserJdbcUrl())) {
      assertThat(ask(connection, "show fsync")).isEqualTo("on");
      assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void a_service_reads_and_writes_what_its_owner_role_made() throws SQLException {
    try (var owner = as("contacts", "contacts_owner")) {
      run(owner, "create table contacts.note (id bigint generated always as identity, words text)");
    }
    try (var app = as("contacts", "contacts_app")) {
      run(app, "insert into note (words) values ('a')");
      run(app, "update note set words = 'b'");
      assertThat(ask(app, "select words from note")).isEqualTo("b");
      run(app, "delete from note");
    }
  }

  @Test
  void a_service_role_makes_no_table_and_touches_no_other_schema() throws SQLException {
    try (var owner = as("commitments", "commitments_owner")) {
      run(owner, "create table commitments.secret (id bigint)");
    }
    try (var app = as("contacts", "contacts_app");
        var owner = as("contacts", "contacts_owner")) {
      refused(app, "create table contacts.mine (id bigint)");
      refused(app, "create table public.mine (id bigint)");
      refused(app, "create temporary table mine (id bigint)");
      refused(app, "select * from commitments.secret");
      refused(app, "insert into commitments.secret values (1)");
      refused(app, "set role commitments_app");
      refused(owner, "select * from commitments.secret");
      refused(owner, "create table commitments.mine (id bigint)");
    }
  }

  @Test
  void nobody_gets_in_without_the_password() {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(database.jdbcUrl("contacts"), "contacts_app", "wrong"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  private Connection as(String schema, String role) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(schema), role, database.password(role));
  }

  private static void refused(Connection connection, String sql) {
    assertThatThrownBy(() -> run(connection, sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
