package dev.followthrough.system.bench.rig;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Owners with one contact each, for plain JDBC, in the very table of contacts-service. */
public final class PlainNetwork {

  /** An owner and their contact. */
  public record Row(UUID owner, UUID contact) {}

  private static final SecureRandom RANDOM = new SecureRandom();

  private PlainNetwork() {}

  /** Writes them with the service's role, each owner in a transaction of their own. */
  public static List<Row> write(Connection connection, int owners) throws SQLException {
    connection.setAutoCommit(false);
    var rows = new ArrayList<Row>();
    for (var i = 0; i < owners; i++) {
      var row = new Row(UUID.randomUUID(), newId());
      setOwner(connection, row.owner());
      try (var statement =
          connection.prepareStatement(
              """
              insert into contact (owner_id, id, version, name, practice_off, details,
                private_notes, created_at, changed_at)
              values (?, ?, 0, ?, false, ?, '{}', ?, ?)
              """)) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        statement.setObject(1, row.owner());
        statement.setObject(2, row.contact());
        statement.setString(3, "Ada Lovelace");
        statement.setString(4, Bodies.CONTACT);
        statement.setObject(5, now);
        statement.setObject(6, now);
        statement.executeUpdate();
      }
      connection.commit();
      rows.add(row);
    }
    return rows;
  }

  /** What the service tells Postgres at the start of each transaction. */
  public static void setOwner(Connection connection, UUID owner) throws SQLException {
    try (var statement = connection.prepareStatement("select set_config('app.owner', ?, true)")) {
      statement.setString(1, owner.toString());
      statement.execute();
    }
  }

  /** A UUIDv7, as the service's ids are: the newest at the end of each index. */
  public static UUID newId() {
    var high = System.currentTimeMillis() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
    return new UUID(high, RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
  }
}
