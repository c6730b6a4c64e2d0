package dev.followthrough.stack.testing;

import java.util.Map;

/**
 * A database of {@link SharedInfra}: where it is, the password of each role by the role's name
 * ({@code <s>_owner}, {@code <s>_app}), a superuser's JDBC address (for tests that look behind the
 * roles), and the broker beside it.
 */
public record TestDatabase(
    String host,
    int port,
    String name,
    Map<String, String> passwords,
    String superuserJdbcUrl,
    String kafkaBootstrapServers) {

  /** The JDBC address a service is given for its schema, without credentials. */
  public String jdbcUrl(String schema) {
    return "jdbc:postgresql://%s:%d/%s?currentSchema=%s&stringtype=unspecified"
        .formatted(host, port, name, schema);
  }

  /** The password of a role. */
  public String password(String role) {
    return passwords.get(role);
  }

  @Override
  public String toString() {
    return "%s on %s:%d".formatted(name, host, port);
  }
}
