package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.rig.PlainNetwork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Reading a contact by plain JDBC: as the service's role, with the owner set, in a transaction. */
final class ContactSql implements ClosedLoad.Worker {

  private final Connection connection;
  private final List<PlainNetwork.Row> owners;

  ContactSql(Connection connection, List<PlainNetwork.Row> owners) throws SQLException {
    this.connection = connection;
    this.owners = owners;
    connection.setAutoCommit(false);
  }

  @Override
  public void once() throws SQLException {
    var row = owners.get(ThreadLocalRandom.current().nextInt(owners.size()));
    PlainNetwork.setOwner(connection, row.owner());
    try (var statement =
        connection.prepareStatement("select * from contact where owner_id = ? and id = ?")) {
      statement.setObject(1, row.owner());
      statement.setObject(2, row.contact());
      try (var result = statement.executeQuery()) {
        if (!result.next() || result.getString("details").isEmpty()) {
          throw new SQLException("no such contact");
        }
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
