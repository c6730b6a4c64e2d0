package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.rig.PlainNetwork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A page of contacts by plain JDBC: as the service's role, with the owner set, in a transaction.
 */
final class PageSql implements ClosedLoad.Worker {

  private final Connection connection;
  private final UUID owner;
  private final List<String> searches;
  private int next;

  PageSql(Connection connection, UUID owner, List<String> searches) throws SQLException {
    this.connection = connection;
    this.owner = owner;
    this.searches = searches;
    connection.setAutoCommit(false);
  }

  @Override
  public void once() throws SQLException {
    PlainNetwork.setOwner(connection, owner);
    var ids = new ArrayList<UUID>();
    try (var find =
        connection.prepareStatement(
            "select contact_id, rank from find_contacts(cast(? as jsonb))")) {
      find.setString(1, searches.get(next++ % searches.size()));
      var found = find.executeQuery();
      while (found.next()) {
        ids.add(found.getObject(1, UUID.class));
      }
    }
    try (var read = connection.prepareStatement("select * from contact where id = any (?)")) {
      read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var rows = read.executeQuery();
      var count = 0;
      while (rows.next()) {
        count += rows.getString("details").isEmpty() ? 0 : 1;
      }
      if (count != ids.size()) {
        throw new SQLException("%d contacts of %d".formatted(count, ids.size()));
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
