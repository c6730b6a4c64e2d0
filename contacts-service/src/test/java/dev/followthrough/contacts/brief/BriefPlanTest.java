package dev.followthrough.contacts.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A brief costs what it shows of one contact: no table is read from one end to the other. */
@QuarkusTest
class BriefPlanTest extends ContactsApi {

  private static final List<String> FILLS =
      List.of(
          """
          insert into contacts.touch (owner_id, id, version, contact_id, direction, kind,
            happened_at, redirects, asks_question, awaits_reply, says_thanks, asks_after,
            asks_nothing, tells_what_i_do_now, hidden, created_at, changed_at)
          select %1$s, gen_random_uuid(), 0, gen_random_uuid(), 'INBOUND', 'EMAIL',
            timestamptz '2026-01-01' + n * interval '1 minute', false, true, true, false, 'NO',
            false, false, false, '2026-01-01', '2026-01-01' from generate_series(1, 3000) n
          """,
          """
          insert into contacts.open_loop (owner_id, id, version, contact_id, reason, kind,
            happened_at, opens_at, answered, hidden, told)
          select %1$s, gen_random_uuid(), 0, gen_random_uuid(), 'QUESTION', 'EMAIL',
            '2026-01-01', timestamptz '2026-01-01' + n * interval '1 minute', true, false, true
          from generate_series(1, 3000) n
          """,
          """
          with made as (
            insert into contacts.meeting (owner_id, id, version, kind, status, starts_at, ends_at,
              topics, promised, created_at, changed_at)
            select %1$s, gen_random_uuid(), 0, 'ONE_ON_ONE', 'HELD', '2026-01-01', '2026-01-02',
              '[]', false, '2026-01-01', '2026-01-01' from generate_series(1, 3000) n
            returning owner_id, id)
          insert into contacts.attendance (owner_id, id, version, meeting_id, contact_id, place,
            in_agreement)
          select owner_id, gen_random_uuid(), 0, id, gen_random_uuid(), 0, false from made
          """,
          """
          insert into contacts.owed (owner_id, id, version, commitment_id, agreement_id, meeting_id,
            contact_id, by_owner, kind, words, state, due_at)
          select %1$s, gen_random_uuid(), 0, gen_random_uuid(), gen_random_uuid(),
            gen_random_uuid(), gen_random_uuid(), true, 'SHARED', 'x', 'PROMISED', '2026-01-01'
          from generate_series(1, 3000) n
          """,
          """
          insert into contacts.verdict (owner_id, id, version, meeting_id, contact_id, place, met_at,
            due_at, decision, hidden, told)
          select %1$s, gen_random_uuid(), 0, gen_random_uuid(), gen_random_uuid(), 0, '2026-01-01',
            '2026-01-04', 'LET_GO', false, true from generate_series(1, 3000) n
          """);

  @Inject Briefs briefs;
  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void every_part_of_a_brief_is_read_by_index_alone() throws SQLException {
    var ada = UUID.fromString(contact("Ada"));
    post("/v1/meetings", meeting("oneOnOne", "held", java.time.Duration.ofHours(-1), ada + ""))
        .statusCode(201);
    aCrowd();

    owners.act(
        ownerId(),
        () -> {
          var whole = scans("seq_scan");
          var byIndex = scans("idx_scan");
          var known = briefs.ofContact(ada, new Briefs.Sight(true, true, true));
          assertThat(known.meetings()).hasSize(1);
          assertThat(scans("seq_scan")).as("scans of a whole table").isEqualTo(whole);
          assertThat(scans("idx_scan")).as("looks at indexes").isGreaterThan(byIndex);
        });
  }

  private void aCrowd() throws SQLException {
    var url = ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var superuser = DriverManager.getConnection(url);
        var statement = superuser.createStatement()) {
      for (var fill : FILLS) {
        statement.execute(fill.formatted("'" + ownerId() + "'::uuid"));
      }
      statement.execute(
          "analyze contacts.touch, contacts.open_loop, contacts.meeting, contacts.attendance,"
              + " contacts.owed, contacts.verdict");
    }
  }

  private long scans(String kind) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select coalesce(sum(%s), 0) from pg_stat_xact_user_tables
                    where schemaname = 'contacts' and relname in
                      ('touch', 'open_loop', 'meeting', 'attendance', 'owed', 'verdict', 'standing')
                    """
                        .formatted(kind))
                .getSingleResult())
        .longValue();
  }
}
