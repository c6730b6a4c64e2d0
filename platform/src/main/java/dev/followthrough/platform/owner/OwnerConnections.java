package dev.followthrough.platform.owner;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The second belt: tells Postgres for whom the transaction works, so that row-level security hides
 * every other owner's rows from whatever SQL follows. The setting ends with the transaction.
 * Without an owner nothing is set, and any statement on an owned table is an error.
 */
@ApplicationScoped
class OwnerConnections implements AgroalPoolInterceptor {

  @Override
  public void onConnectionAcquire(Connection connection) {
    var owner = CurrentOwner.find().orElse(null);
    if (owner == null) {
      return;
    }
    try (var statement = connection.prepareStatement("select set_config('app.owner', ?, true)")) {
      statement.setString(1, owner.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot tell the database for whom we work", e);
    }
  }
}
