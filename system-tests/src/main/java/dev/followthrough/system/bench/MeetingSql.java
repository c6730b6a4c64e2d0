package dev.followthrough.system.bench;

import dev.followthrough.system.bench.load.ClosedLoad;
import dev.followthrough.system.bench.rig.PlainNetwork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Recording a held meeting by plain JDBC: the statements that recording one cannot do without, in
 * the tables of contacts-service, as its role, in one durable transaction. The outbox row is
 * written as published already, so that nobody sends it on.
 */
final class MeetingSql implements ClosedLoad.Worker {

  private static final String EVENT =
      """
      {"meetingId":"%s","kind":"oneOnOne","startsAt":"2026-01-01T10:00:00Z",\
      "endsAt":"2026-01-01T11:00:00Z","participants":[{"contactId":"%s","name":"Ada Lovelace"}],\
      "agreementWith":[{"contactId":"%s","name":"Ada Lovelace"}]}""";

  private final Connection connection;
  private final List<PlainNetwork.Row> owners;

  MeetingSql(Connection connection, List<PlainNetwork.Row> owners) throws SQLException {
    this.connection = connection;
    this.owners = owners;
    connection.setAutoCommit(false);
  }

  @Override
  public void once() throws SQLException {
    var row = owners.get(ThreadLocalRandom.current().nextInt(owners.size()));
    var meeting = PlainNetwork.newId();
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    PlainNetwork.setOwner(connection, row.owner());
    readContact(row);
    insertMeeting(row.owner(), meeting, now);
    insertAttendance(row, meeting);
    insertEvent(row, meeting, nextPosition(row.owner()), now);
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void readContact(PlainNetwork.Row row) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select * from contact where owner_id = ? and id in (?) and removed_at is null")) {
      statement.setObject(1, row.owner());
      statement.setObject(2, row.contact());
      try (var result = statement.executeQuery()) {
        if (!result.next()) {
          throw new SQLException("no such contact");
        }
      }
    }
  }

  private void insertMeeting(UUID owner, UUID meeting, OffsetDateTime now) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into meeting (owner_id, id, version, kind, status, starts_at, ends_at, topics,
              promised, created_at, changed_at)
            values (?, ?, 0, 'ONE_ON_ONE', 'HELD', ?, ?, '[]', false, ?, ?)
            """)) {
      statement.setObject(1, owner);
      statement.setObject(2, meeting);
      statement.setObject(3, now.minusHours(2));
      statement.setObject(4, now.minusHours(1));
      statement.setObject(5, now);
      statement.setObject(6, now);
      statement.executeUpdate();
    }
  }

  private void insertAttendance(PlainNetwork.Row row, UUID meeting) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into attendance (owner_id, id, version, meeting_id, contact_id, place,
              in_agreement)
            values (?, ?, 0, ?, ?, 0, true)
            """)) {
      statement.setObject(1, row.owner());
      statement.setObject(2, PlainNetwork.newId());
      statement.setObject(3, meeting);
      statement.setObject(4, row.contact());
      statement.executeUpdate();
    }
  }

  private long nextPosition(UUID owner) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into owner_stream (owner_id, position) values (?, 1)
            on conflict (owner_id) do update set position = owner_stream.position + 1
            returning position
            """)) {
      statement.setObject(1, owner);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private void insertEvent(PlainNetwork.Row row, UUID meeting, long position, OffsetDateTime now)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into outbox
              (owner_id, position, id, type, subject, occurred_at, body, bucket, published)
            values (?, ?, ?, 'meeting.held', ?, ?, ?, 0, true)
            """)) {
      statement.setObject(1, row.owner());
      statement.setLong(2, position);
      statement.setObject(3, PlainNetwork.newId());
      statement.setString(4, "meeting/" + meeting);
      statement.setObject(5, now);
      statement.setString(6, EVENT.formatted(meeting, row.contact(), row.contact()));
      statement.executeUpdate();
    }
  }
}
