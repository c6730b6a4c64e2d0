package dev.followthrough.stack.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Makes the roles and schemas of the three services in a database, from {@code bootstrap.sql}. May
 * run any number of times; each run sets the roles' passwords to those given, by role name.
 */
public final class DatabaseBootstrap {

  /** The services, which are also their schema names and the stems of their role names. */
  public static final List<String> SERVICES = List.of("contacts", "commitments", "notifications");

  private DatabaseBootstrap() {}

  /** The names of all roles that need a password. */
  public static List<String> roles() {
    return SERVICES.stream().flatMap(s -> List.of(s + "_owner", s + "_app").stream()).toList();
  }

  /** Runs the bootstrap on a superuser's connection to the product's database. */
  public static void run(Connection superuser, Map<String, String> passwords) throws SQLException {
    String sql = source();
    for (String role : roles()) {
      sql = sql.replace(":'" + role + "_password'", literal(passwords.get(role)));
    }
    try (var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Creates the database unless it is there. The connection is a superuser's to any other one. */
  public static void createDatabase(Connection superuser, String name) throws SQLException {
    try (var exists = superuser.prepareStatement("select from pg_database where datname = ?")) {
      exists.setString(1, name);
      if (exists.executeQuery().next()) {
        return;
      }
    }
    try (var statement = superuser.createStatement()) {
      statement.execute("create database " + identifier(name));
    }
  }

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String value) {
    if (value == null || value.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("A role's password is missing or holds a backslash.");
    }
    return "'" + value.replace("'", "''") + "'";
  }

  private static String source() {
    try (InputStream in = DatabaseBootstrap.class.getResourceAsStream("bootstrap.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
