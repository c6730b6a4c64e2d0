package dev.followthrough.platform.inbox;

import dev.followthrough.platform.outbox.EventRecord;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records that could not be applied, kept in order until they can. Read across owners. */
@ApplicationScoped
class ParkedRecords {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

  private final AgroalDataSource database;

  ParkedRecords(AgroalDataSource database) {
    this.database = database;
  }

  boolean holdsAny(String source, UUID owner) {
    return query(
        "select 1 from parked_record where source = ? and owner_id = ? limit 1",
        ResultSet::next,
        source,
        owner);
  }

  /** How many (source, owner) are parked. */
  long owners() {
    return query(
        "select count(*) from (select distinct source, owner_id from parked_record) as parked",
        result -> {
          result.next();
          return result.getLong(1);
        });
  }

  /** The first parked record of each (source, owner) that is to be tried now, whatever its turn. */
  List<EventRecord> firstsDue(boolean regardlessOfTime) {
    return query(
        """
        select * from (
          select distinct on (source, owner_id) * from parked_record
          order by source, owner_id, position) as firsts
        where next_try_at <= ? limit 200
        """,
        result -> {
          var records = new ArrayList<EventRecord>();
          while (result.next()) {
            records.add(record(result));
          }
          return records;
        },
        regardlessOfTime ? OffsetDateTime.now(ZoneOffset.UTC).plusYears(1) : now());
  }

  void add(EventRecord event, String reason) {
    update(
        """
        insert into parked_record (source, owner_id, position, id, type, subject, occurred_at,
          traceparent, body, reason, next_try_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        event.source(),
        event.owner(),
        event.position(),
        event.id(),
        event.type(),
        event.subject(),
        event.time().atOffset(ZoneOffset.UTC),
        event.traceparent(),
        event.body(),
        reason,
        now().plus(FIRST_RETRY));
  }

  void remove(EventRecord event) {
    update(
        "delete from parked_record where source = ? and owner_id = ? and position = ?",
        event.source(),
        event.owner(),
        event.position());
  }

  /** Tries again later: each time twice as late, up to ten minutes. */
  void postpone(EventRecord event, String reason) {
    update(
        """
        update parked_record set tries = tries + 1, reason = ?,
          next_try_at = ?::timestamptz + least(?::float8 * power(2, least(tries, 20)), ?::float8)
            * interval '1 second'
        where source = ? and owner_id = ? and position = ?
        """,
        reason,
        now(),
        (double) FIRST_RETRY.toSeconds(),
        (double) LONGEST_RETRY.toSeconds(),
        event.source(),
        event.owner(),
        event.position());
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }

  private static EventRecord record(ResultSet result) throws SQLException {
    return new EventRecord(
        result.getString("source"),
        result.getObject("owner_id", UUID.class),
        result.getLong("position"),
        result.getObject("id", UUID.class),
        result.getString("type"),
        result.getString("subject"),
        result.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        result.getString("traceparent"),
        result.getString("body"));
  }

  private interface Reading<T> {
    T of(ResultSet result) throws SQLException;
  }

  private <T> T query(String sql, Reading<T> reading, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var result = statement.executeQuery()) {
        return reading.of(result);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the parked records", e);
    }
  }

  private void update(String sql, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the parked records", e);
    }
  }
}
