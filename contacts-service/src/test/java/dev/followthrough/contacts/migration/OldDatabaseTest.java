package dev.followthrough.contacts.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.stack.testing.SharedInfra;
import dev.followthrough.stack.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What V7, V11, V12 and V14 make of a database in which there were meetings and contacts before
 * them.
 */
class OldDatabaseTest {

  private static final String OLD =
      """
      insert into contact (owner_id, id, version, name, practice_off, details, private_notes,
        created_at, changed_at, removed_at)
      select o.owner, c.id, 0, 'x', false, '{}', '{}', '2026-01-01', '2026-01-01', c.removed_at
      from (values (%1$s), (%2$s)) o (owner), (values
        (%3$s, null), (%4$s, timestamptz '2026-02-01')) c (id, removed_at);

      insert into meeting (owner_id, id, version, kind, status, starts_at, ends_at, topics,
        promised, created_at, changed_at)
      select %1$s, m.id, 0, m.kind, m.status, '2026-01-15 09:00Z', '2026-01-15 10:00Z', '[]', false,
        '2026-01-01', '2026-01-01'
      from (values
        (%5$s, 'EVENT', 'HELD'), (%6$s, 'EVENT', 'VOIDED'), (%7$s, 'ONE_ON_ONE', 'HELD'),
        (%8$s, 'ONE_ON_ONE', 'SCHEDULED'), (%9$s, 'EVENT', 'SCHEDULED'),
        (%10$s, 'GROUP', 'CANCELLED')) m (id, kind, status);
      insert into meeting (owner_id, id, version, kind, status, starts_at, ends_at, topics,
        promised, created_at, changed_at)
      values (%2$s, %5$s, 0, 'EVENT', 'HELD', '2026-01-16 09:00Z', '2026-01-16 10:00Z', '[]', false,
        '2026-01-01', '2026-01-01');

      insert into attendance (owner_id, id, version, meeting_id, contact_id, place, in_agreement)
      select m.owner_id, gen_random_uuid(), 0, m.id, c.id, c.place, false
      from meeting m, (values (%3$s, 0), (%4$s, 1)) c (id, place);

      insert into contact (owner_id, id, version, name, practice_off, details, private_notes,
        created_at, changed_at, circle, cadence_days)
      values
        (%1$s, %11$s, 0, 'Ada', false, '{"tags": ["C++", "🚀"], "location": "Bonn", "phones": ["+4930901820"]}', '{}',
          '2026-01-01', '2026-01-01', 'RELEASED', 14),
        (%1$s, %12$s, 0, 'Bob', false, '{"tags": []}', '{}', '2026-01-01', '2026-01-01', 'ACTIVE', 14);

      insert into touch (owner_id, id, version, contact_id, direction, kind, happened_at, answers,
        redirects, asks_question, awaits_reply, says_thanks, asks_after, asks_nothing,
        tells_what_i_do_now, hidden, created_at, changed_at)
      select %1$s, t.id, 0, %12$s, t.direction, 'EMAIL', '2026-01-02', t.answers, false, false, false,
        false, 'NO', true, false, false, '2026-01-02', '2026-01-02'
      from (values (%13$s, 'OUTBOUND', null), (%14$s, 'INBOUND', %13$s), (%15$s, 'INBOUND', %16$s))
        t (id, direction, answers);
      """
          .formatted(
              id(1), id(2), id(11), id(12), id(21), id(22), id(23), id(24), id(25), id(26), id(31),
              id(32), id(41), id(42), id(43), id(44));

  private static final String BROUGHT =
      """
      insert into calendar_event (owner_id, id, version, uid, occurrence, meeting_id, meeting_version,
        sequence, told, tentative, zone, said, people)
      select %1$s, gen_random_uuid(), 0, e.uid, e.occurrence, e.meeting, 0, 0, 0, false, 'UTC', '', ''
      from (values (%2$s, 'lunch@example.org', ''),
        (%3$s, 'series@example.org', '2026-01-15T09:00:00Z')) e (meeting, uid, occurrence);
      """
          .formatted(id(1), id(24), id(25));

  private static TestDatabase database;

  @BeforeAll
  static void anOldDatabaseIsMigrated() throws SQLException {
    database = SharedInfra.database("test_contacts_old");
    flyway("db/platform", "platform_history", "latest");
    flyway("db/migration", "flyway_schema_history", "6");
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(OLD);
    }
    flyway("db/migration", "flyway_schema_history", "11");
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(BROUGHT);
    }
    flyway("db/migration", "flyway_schema_history", "latest");
  }

  @Test
  void each_scheduled_meeting_asks_at_its_end_whether_it_took_place() throws SQLException {
    assertThat(
            rows(
                """
                select owner_id, subject_id, due_at = '2026-01-15 10:00Z' from due_work
                where kind = 'meeting.unconfirmed' order by subject_id
                """))
        .containsExactly(row(1, 24, "t"), row(1, 25, "t"));
    assertThat(rows("select count(*) from meeting where asked")).containsExactly("0");
  }

  @Test
  void each_person_of_a_held_event_waits_for_a_verdict_that_nobody_is_told_of_as_overdue()
      throws SQLException {
    assertThat(
            rows(
                """
                select owner_id, meeting_id, contact_id, place, hidden, told, met_at = due_at - interval '72 hours',
                  met_at = case when owner_id = %s then timestamptz '2026-01-15 10:00Z'
                    else timestamptz '2026-01-16 10:00Z' end,
                  decision is null
                from verdict order by owner_id, place
                """
                    .formatted(id(1))))
        .containsExactly(
            row(1, 21, 11) + "|0|f|t|t|t|t",
            row(1, 21, 12) + "|1|t|t|t|t|t",
            row(2, 21, 11) + "|0|f|t|t|t|t",
            row(2, 21, 12) + "|1|t|t|t|t|t");
    assertThat(
            rows(
                """
                select count(*) from verdict v
                join attendance a on a.owner_id = v.owner_id and a.id = v.id
                  and a.meeting_id = v.meeting_id and a.contact_id = v.contact_id
                """))
        .as("one row for each attendance, under its id")
        .containsExactly("4");
  }

  @Test
  void a_tag_is_found_as_it_is_written_and_not_by_its_letters() throws SQLException {
    assertThat(rows("select unnest(facets) from contact_search where id = " + id(31)))
        .containsExactlyInAnyOrder("tag:c++", "tag:🚀", "city:bonn", "circle:RELEASED");
  }

  @Test
  void circle_and_removal_stand_among_what_contacts_are_found_by() throws SQLException {
    assertThat(
            rows(
                """
                select distinct facet from contact_search, unnest(facets) facet
                where facet like 'circle:%' or facet = 'removed' order by facet
                """))
        .containsExactly("circle:ACQUAINTANCE", "circle:ACTIVE", "circle:RELEASED", "removed");
  }

  @Test
  void a_number_that_was_there_finds_its_contact() throws SQLException {
    assertThat(rows("select address, contact_id from contact_address"))
        .containsExactly(row("+4930901820", 31));
  }

  @Test
  void a_meeting_is_told_under_the_uid_of_the_file_that_had_brought_it() throws SQLException {
    assertThat(
            rows(
                """
                select id, calendar_uid, coalesce(calendar_occurrence = '2026-01-15 09:00Z', false)
                from meeting where calendar_uid is not null order by id
                """))
        .containsExactly(row(24, "lunch@example.org", "f"), row(25, "series@example.org", "t"));
  }

  @Test
  void nobody_is_to_write_to_who_is_released() throws SQLException {
    assertThat(
            rows(
                "select id, turn_at is null from contact where cadence_days is not null order by id"))
        .containsExactly(row(31, "t"), row(32, "f"));
  }

  @Test
  void what_answers_a_touch_that_is_gone_answers_nothing() throws SQLException {
    assertThat(rows("select id, answers is null from touch order by id"))
        .containsExactly(row(41, "t"), row(42, "f"), row(43, "t"));
  }

  private static void flyway(String location, String history, String target) {
    Flyway.configure()
        .dataSource(
            database.jdbcUrl("contacts"), "contacts_owner", database.password("contacts_owner"))
        .locations("classpath:" + location)
        .table(history)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(target)
        .load()
        .migrate();
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl("contacts"), "contacts_owner", database.password("contacts_owner"));
  }

  /** Each row as its values, in words. */
  private static List<String> rows(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var values = new ArrayList<String>();
        for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(result.getString(i));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  private static String row(Object... values) {
    return java.util.Arrays.stream(values)
        .map(value -> value instanceof Integer n ? uuid(n) : value.toString())
        .collect(java.util.stream.Collectors.joining("|"));
  }

  private static String id(int n) {
    return "'" + uuid(n) + "'::uuid";
  }

  private static String uuid(int n) {
    return "00000000-0000-7000-8000-0000000000%02d".formatted(n);
  }
}
