package dev.followthrough.notifications.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to an owner's event log as another replica would: nobody in this one is told. */
public final class LogRows {

  private LogRows() {}

  /** Adds so many events of a type, each with a filling of so many characters. */
  public static void add(UUID owner, String type, String subject, int count, int filling) {
    run(
        """
        with given as (
          insert into notifications.message_sequence (owner_id, last) values (?::uuid, ?)
          on conflict (owner_id)
            do update set last = notifications.message_sequence.last + excluded.last
          returning owner_id, last)
        insert into notifications.message
          (owner_id, id, version, sequence, source, type, subject, occurred_at, logged_at, body)
        select owner_id, gen_random_uuid(), 0, last - ? + n, 'contacts', ?, ?, now(), now(),
          json_build_object('type', ?::text, 'timestamp', '2026-03-30T09:00:00Z',
            'data', json_build_object('sequence', last - ? + n, 'text', repeat('x', ?)))::text
        from given, generate_series(1, ?) n
        """,
        owner.toString(),
        count,
        count,
        type,
        subject,
        type,
        count,
        filling,
        count);
  }

  /** Makes all of an owner's events so much older. */
  public static void age(UUID owner, String interval) {
    run(
        "update notifications.message set logged_at = logged_at - ?::interval"
            + " where owner_id = ?::uuid",
        interval,
        owner.toString());
  }

  /** Says that all of an owner's events up to a sequence came into the log then. */
  public static void loggedAt(UUID owner, long upTo, Instant then) {
    run(
        "update notifications.message set logged_at = ?::timestamptz"
            + " where owner_id = ?::uuid and sequence <= ?",
        then.toString(),
        owner.toString(),
        upTo);
  }

  private static void run(String sql, Object... values) {
    var url = ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
