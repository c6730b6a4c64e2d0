package dev.followthrough.platform.owner;

import dev.followthrough.platform.owner.CurrentOwner.Manner;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The second belt: tells Postgres for whom the transaction works, so that row-level security hides
 * every other owner's rows from whatever SQL follows. The setting ends with the transaction.
 * Without an owner nothing is set, and any statement on an owned table is an error.
 *
 * <p>The same statement takes the owner's lock until the transaction ends, shared by all who work
 * for the owner: it conflicts only with {@link Owners#alone}. It is the first lock of any
 * transaction, so that nobody who waits for it holds another; {@link Owners#actIfFree} does not
 * wait.
 */
@ApplicationScoped
class OwnerConnections implements AgroalPoolInterceptor {

  private static final String LOCK = "(hashtextextended(current_schema || '.owner.' || ?, 0))";
  private static final String TOGETHER =
      "select set_config('app.owner', ?, true), pg_advisory_xact_lock_shared" + LOCK;
  private static final String IF_FREE =
      "select set_config('app.owner', ?, true), pg_try_advisory_xact_lock_shared" + LOCK;
  private static final String ALONE =
      "select set_config('app.owner', ?, true), pg_advisory_xact_lock" + LOCK;

  @Override
  public void onConnectionAcquire(Connection connection) {
    var owner = CurrentOwner.find().orElse(null);
    if (owner == null) {
      return;
    }
    var manner = CurrentOwner.manner();
    try (var statement = connection.prepareStatement(sql(manner))) {
      statement.setString(1, owner.toString());
      statement.setString(2, owner.toString());
      try (var result = statement.executeQuery()) {
        if (manner == Manner.IF_FREE && !(result.next() && result.getBoolean(2))) {
          // a fault that is thrown here would be the pool's; Owners throws it
          CurrentOwner.setManner(Manner.REFUSED);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot tell the database for whom we work", e);
    }
  }

  private static String sql(Manner manner) {
    return switch (manner) {
      case TOGETHER -> TOGETHER;
      case IF_FREE, REFUSED -> IF_FREE;
      case ALONE -> ALONE;
    };
  }
}
