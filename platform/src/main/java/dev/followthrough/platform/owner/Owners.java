package dev.followthrough.platform.owner;

import dev.followthrough.platform.owner.CurrentOwner.Manner;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one way into an owner's data for work that no request carries. The owner is set before the
 * transaction begins and cleared after it ended.
 */
@ApplicationScoped
public class Owners {

  private final AgroalDataSource database;

  Owners(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Does the work in one transaction as the owner, joining the one that already runs for the same
   * owner.
   *
   * @throws IllegalStateException when this thread already works for another owner
   */
  public <T> T act(UUID owner, Supplier<T> work) {
    var before = CurrentOwner.acting();
    var current = CurrentOwner.find().orElse(null);
    if (current != null && !current.equals(owner)) {
      throw new IllegalStateException("already acting for another owner");
    }
    CurrentOwner.set(owner);
    try {
      return QuarkusTransaction.joiningExisting().call(work::get);
    } finally {
      CurrentOwner.set(before);
    }
  }

  /**
   * Does the work in one transaction while no other transaction of this service works for the
   * owner: those that have begun end first, and those that come wait. For an erasure: what somebody
   * else is still writing would not be seen, and stay.
   *
   * @throws IllegalStateException in a transaction, which would have to wait for itself
   */
  public <T> T alone(UUID owner, Supplier<T> work) {
    if (QuarkusTransaction.isActive()) {
      throw new IllegalStateException("who is to be alone begins the transaction");
    }
    CurrentOwner.setManner(Manner.ALONE);
    try {
      return act(owner, work);
    } finally {
      CurrentOwner.setManner(Manner.TOGETHER);
    }
  }

  /**
   * Does the work like {@link #act}, but waits for nobody who is alone: for work of many owners
   * that one of them must not hold up, and that can be put off.
   *
   * @throws OwnerBusy when somebody is alone; nothing has happened then
   */
  public <T> T actIfFree(UUID owner, Supplier<T> work) {
    if (QuarkusTransaction.isActive()) {
      return act(owner, work);
    }
    CurrentOwner.setManner(Manner.IF_FREE);
    try {
      return act(
          owner,
          () -> {
            requireFree();
            return work.get();
          });
    } finally {
      CurrentOwner.setManner(Manner.TOGETHER);
    }
  }

  /** Has the transaction take its connection, and with it the owner's lock, before the work. */
  private void requireFree() {
    try (var _ = database.getConnection()) {
      if (CurrentOwner.manner() == Manner.REFUSED) {
        throw new OwnerBusy();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot reach the database", e);
    }
  }

  public void act(UUID owner, Runnable work) {
    act(
        owner,
        () -> {
          work.run();
          return null;
        });
  }
}
