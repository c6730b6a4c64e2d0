package dev.followthrough.commitments.nextaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.action.ActionRank.Place;
import dev.followthrough.commitments.nextaction.ActionList.Search;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A page costs what it shows: with 10,000 open things of each kind, among those of others, no table
 * is read from one end to the other, and a page reads a small part of the rows.
 */
@QuarkusTest
class NextActionPlanTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final int PAGE = 51;

  private static final Set<NextActionKind> HAVE_LINES =
      EnumSet.complementOf(
          EnumSet.of(NextActionKind.INTRODUCTION_FOLLOW_UP, NextActionKind.ASK_WORTH_MAKING));

  /** Where those with the inner circle are found by looking at all. */
  private static final NextActionKind LOOKED_FOR_AMONG_ALL = NextActionKind.MEETING_TO_CONFIRM;

  @Inject ActionList list;
  @Inject Owners owners;
  @Inject Sql sql;

  @BeforeEach
  void aCrowd() throws SQLException {
    time.freeze(NOW);
    var url = ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var superuser = DriverManager.getConnection(url);
        var statement = superuser.createStatement()) {
      statement.execute("set search_path = commitments");
      for (var owner : List.of(world.owner(), UUID.randomUUID())) {
        statement.execute("set app.owner = '%s'".formatted(owner));
        for (var sql : CROWD) {
          statement.execute(sql);
        }
      }
      statement.execute(
          "analyze person, offered_word, open_loop, ask, favour, asked, person_met, appointment, touch_turn,"
              + " told_standing, agreement, commitment, hidden_action");
    }
  }

  /** For the owner of {@code app.owner}: 10,000 of each, with 10,000 people, 20 of them inner. */
  private static final List<String> CROWD =
      List.of(
          """
          create or replace temporary view me as select current_setting('app.owner')::uuid as id
          """,
          """
          create or replace temporary view crowd as
          select me.id as owner, n,
            md5(me.id::text || n)::uuid as contact, md5(me.id::text || 'x' || n)::uuid as thing,
            timestamptz '2026-05-26 12:00:00Z' + n * interval '10 seconds' as at
          from me, generate_series(1, 10000) n
          """,
          """
          insert into person (owner_id, id, version, name, removed, circle, facts)
          select owner, contact, 0, 'P' || n, n % 100 = 7,
            case when n % 500 = 3 then 'INNER' else 'ACTIVE' end,
            '{"origin": "work", "doNotContact": false, "offers": ["design of logos"]}' from crowd
          """,
          """
          insert into offered_word (owner_id, id, version, contact_id, stem)
          select owner, thing, 0, contact, 'desi' from crowd
          """,
          """
          insert into owner_zone (owner_id, id, version, time_zone, facts)
          select id, id, 0, 'UTC', jsonb_build_object('needs', (select jsonb_agg(
            jsonb_build_object('words', 'a designer' || repeat(' a', n - 99), 'since', '2026-01-01T00:00:00Z'))
            from generate_series(100, 149) n)) from me
          """,
          """
          insert into open_loop
            (owner_id, id, version, contact_id, reason, kind, happened_at, opened_at)
          select owner, thing, 0, contact, 'QUESTION', 'EMAIL', at, at from crowd
          """,
          """
          insert into favour (owner_id, id, version, contact_id, direction, kind, size,
            happened_at, words, created_at, changed_at)
          select owner, thing, 0, contact, 'RECEIVED', 'LINK', 'SMALL', at, 'x', at, at from crowd
          """,
          """
          insert into person_met (owner_id, id, version, meeting_id, contact_id, ended_at)
          select owner, thing, 0, thing, contact, at from crowd
          """,
          """
          insert into appointment (owner_id, id, version, ends_at, contact_ids)
          select owner, thing, 0, at, array[contact] from crowd
          """,
          """
          insert into touch_turn (owner_id, id, version, on_day, due_at)
          select owner, contact, 0, date '2026-05-30', timestamptz '2026-05-30 00:00:00Z' from crowd
          """,
          """
          insert into ask
            (owner_id, id, version, direction, kind, words, asked_at, changes, created_at, changed_at)
          select owner, contact, 0, 'OUTBOUND', 'EMAIL', 'x', at, 0, at, at from crowd where n = 1
          """,
          """
          insert into asked (owner_id, id, version, ask_id, contact_id, direction, asked_at, circle,
            status, since, came_back, steps)
          select owner, thing, 0, first_value(contact) over (order by n), contact, 'OUTBOUND', at,
            'ACTIVE', 'DEFERRED', at, true, '[]' from crowd
          """,
          """
          insert into hidden_action (owner_id, id, version, kind, subject_id, occurrence, how,
            hidden_at, contact_ids)
          select owner, md5(thing::text || kind)::uuid, 0, kind, thing, at, 'DISMISSED', at,
            array[contact]
          from crowd, unnest(array['OPEN_LOOP', 'VERDICT']) as kind where n % 3 = 0
          """,
          """
          insert into told_standing (owner_id, id, version, gap, gap_since)
          select owner, contact, 0, 'LIKED_NOT_PROVEN', at from crowd
          """,
          """
          insert into agreement (owner_id, id, version, meeting_id, meeting_start, meeting_end,
            due_at, opened_at, status, counterparts, contact_ids)
          select owner, thing, 0, thing, at, at, at + interval '168 hours', at,
            case when n % 2 = 0 then 'OPEN' else 'CLOSED' end, '[]',
            array[contact] from crowd
          """,
          """
          insert into commitment (owner_id, id, version, agreement_id, position, kind, promiser,
            receiver, status, in_force, parts, wordings, reports)
          select owner, thing, 0, thing, 1, 'INDIVIDUAL', 'owner', contact::text, 'PROMISED', 1,
            '[{"by": "owner", "state": "promised"}]', '[{"number": 1, "text": "Do it"}]', '[]'
          from crowd
          """,
          """
          insert into commitment (owner_id, id, version, agreement_id, position, kind, promiser,
            receiver, status, parts, wordings, reports)
          select owner, md5(thing::text || which)::uuid, 0, thing, 2, 'INDIVIDUAL',
            case which when 'm' then 'owner' else contact::text end,
            case which when 'm' then contact::text else 'owner' end,
            case which when 'm' then 'MISSED' else 'DELIVERED' end,
            case which when 'm' then '[{"by": "owner", "state": "missed"}]'
              else '[]' end::jsonb, '[]', '[]'
          from crowd, unnest(array['m', 'd']) which
          """);

  @Test
  void a_page_of_each_kind_is_read_by_index_and_in_few_rows() {
    for (var kind : NextActionKind.values()) {
      owners.act(
          world.owner(),
          () -> {
            var scans = count("seq_scan");
            var first = page(kind, null);
            var read = count("idx_tup_fetch");
            var began = System.nanoTime();
            var again = page(kind, null);
            var took = System.nanoTime() - began;
            var rows = count("idx_tup_fetch") - read;
            var next = first.isEmpty() ? first : page(kind, first.getLast());
            System.out.printf(
                "next actions, %s: %d lines, %d rows, %.1f ms%n",
                kind, again.size(), rows, took / 1e6);
            assertThat(first).hasSize(HAVE_LINES.contains(kind) ? PAGE : 0);
            assertThat(next.stream().filter(first::contains)).isEmpty();
            if (kind != LOOKED_FOR_AMONG_ALL) {
              assertThat(rows).as("rows read for %s", kind).isLessThan(2000);
            }
            assertThat(count("seq_scan"))
                .as("scans of a whole table for %s", kind)
                .isEqualTo(scans);
          });
    }
  }

  /** The figure is printed and not asserted: what a machine does at that moment is no rule. */
  @Test
  void the_first_page_of_the_whole_list_is_answered() {
    var took = new ArrayList<Long>();
    for (var i = 0; i < 30; i++) {
      var began = System.nanoTime();
      var kinds = world.client().get("/v1/next-actions").then().extract().jsonPath();
      took.add(System.nanoTime() - began);
      assertThat(kinds.getList("items")).hasSize(50);
    }
    Collections.sort(took);
    System.out.printf("GET /v1/next-actions: median %.1f ms%n", took.get(15) / 1e6);
  }

  private List<Place> page(NextActionKind kind, Place after) {
    return list.find(new Search(kind, null, false, true, after, PAGE)).stream()
        .map(action -> action.place())
        .toList();
  }

  private long count(String what) {
    return sql.first(
            """
            select coalesce(sum(%s), 0) from pg_stat_xact_user_tables
            where schemaname = 'commitments' and relname in ('person', 'open_loop', 'asked', 'favour',
              'person_met', 'appointment', 'touch_turn', 'told_standing', 'commitment',
              'hidden_action', 'offered_word')
            """
                .formatted(what),
            row -> row.getLong(1))
        .orElseThrow();
  }
}
