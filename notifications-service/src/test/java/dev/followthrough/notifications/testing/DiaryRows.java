package dev.followthrough.notifications.testing;

import dev.followthrough.events.Participant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to an owner's diary and feeds what would take thousands of events and calls. */
public final class DiaryRows {

  private DiaryRows() {}

  /** So many meetings, one a minute from an instant on. */
  public static void meetings(UUID owner, Participant with, Instant first, int count) {
    update(
        """
        insert into notifications.diary_entry (owner_id, id, version, kind, subject_id,
          meeting_kind, starts_at, ends_at, people, tasks, cancelled, sequence, created_at,
          changed_at)
        select ?::uuid, gen_random_uuid(), 0, 'MEETING', gen_random_uuid(), 'ONE_ON_ONE',
          date_trunc('second', ?::timestamptz) + n * interval '1 minute',
          date_trunc('second', ?::timestamptz) + (n + 1) * interval '1 minute',
          jsonb_build_array(jsonb_build_object('contactId', ?::text, 'name', ?::text,
            'gone', false)),
          '[]', false, 0, now(), now()
        from generate_series(0, ?) n
        """,
        owner.toString(),
        first.toString(),
        first.toString(),
        with.contactId().toString(),
        with.name(),
        count - 1);
  }

  /** Says of all that lies ahead that it was cancelled then. */
  public static void cancel(UUID owner, Instant then) {
    update(
        "update notifications.diary_entry set cancelled = true, changed_at = ?::timestamptz"
            + " where owner_id = ?::uuid and not cancelled and starts_at > ?::timestamptz",
        then.toString(),
        owner.toString(),
        then.toString());
  }

  /** Leaves the owner as a version that kept no diary did. */
  public static void forget(UUID owner) {
    update("delete from notifications.diary_entry where owner_id = ?::uuid", owner.toString());
  }

  /** So many feeds that nobody has the address of. */
  public static void feeds(UUID owner, int count) {
    update(
        """
        insert into notifications.calendar_feed (owner_id, id, version, name, parts, created_at)
        select ?::uuid, gen_random_uuid(), 0, 'Many', '["meetings"]', now()
        from generate_series(1, ?)
        """,
        owner.toString(),
        count);
  }

  /** How many rows of a table, of the owner's, hold the words. */
  public static int holding(String table, UUID owner, String words) {
    try (Connection connection = connection();
        var statement =
            connection.prepareStatement(
                "select count(*) from notifications.%s t where owner_id = ? and strpos(t::text, ?) > 0"
                    .formatted(table))) {
      statement.setObject(1, owner);
      statement.setString(2, words);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void update(String sql, Object... values) {
    try (Connection connection = connection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class));
  }
}
