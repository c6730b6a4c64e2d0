package dev.followthrough.contacts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.Circle;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page costs what the owner's own contacts cost: no table is read from one end to the other. */
@QuarkusTest
class SearchPlanTest extends ContactsApi {

  @Inject ContactFinder finder;
  @Inject Owners owners;
  @Inject EntityManager entities;

  @BeforeEach
  void aCrowd() throws SQLException {
    var url = ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var superuser = DriverManager.getConnection(url);
        var insert =
            superuser.prepareStatement(
                """
                insert into contacts.contact (owner_id, id, version, name, practice_off, details,
                  private_notes, created_at, changed_at, dormant_at, told_since, told_on, turn_at)
                select case when n % 4 = 0 then ?::uuid else gen_random_uuid() end,
                  gen_random_uuid(), 0, initcap(translate(md5(n::text), '0123456789', 'aeioulnrst')),
                  false,
                  jsonb_build_object('name', 'x', 'location', 'City' || n % 50, 'role', 'Weaver',
                    'tags', jsonb_build_array('t' || n % 40), 'needs', jsonb_build_array('n' || n)),
                  jsonb_build_object('notes', jsonb_build_array(
                    jsonb_build_object('date', '2026-01-01', 'text', 'note' || n))),
                  ?::timestamptz, ?::timestamptz, ?::timestamptz + n * interval '1 hour',
                  ?::timestamptz, date '2026-01-05', timestamptz '2026-01-05T08:00:00Z'
                from generate_series(1, 4000) n
                """)) {
      insert.setString(1, ownerId().toString());
      for (var i = 2; i <= 5; i++) {
        insert.setString(i, "2026-01-01T00:00:00Z");
      }
      insert.executeUpdate();
      try (var statement = superuser.createStatement()) {
        statement.execute("analyze contacts.contact, contacts.contact_search");
      }
    }
  }

  @Test
  void searches_and_filters_read_by_index_alone() {
    var searches =
        List.of(
            search(null, null, null, null, null),
            search("n400", null, null, null, null),
            search("note400", null, null, null, null),
            search("weaver", null, null, null, null),
            search("weavre", null, null, null, null),
            search("a", null, null, null, null),
            search(null, "t4", null, null, null),
            search("weaver", "t4", "city4", null, null),
            search(null, null, "City8", Circle.ACQUAINTANCE, null),
            search(null, null, null, Circle.INNER, null),
            search(null, null, null, null, Instant.parse("2025-01-01T00:00:00Z")),
            search(null, "t4", null, null, Instant.parse("2026-02-01T00:00:00Z")));
    for (var search : searches) {
      owners.act(
          ownerId(),
          () -> {
            var before = scans("seq_scan");
            var byIndex = scans("idx_scan");
            finder.find(search, Optional.empty(), 51);
            finder.find(search, Optional.of(new Hit(UUID.randomUUID(), 5)), 51);
            assertThat(scans("seq_scan"))
                .as("scans of a whole table for %s", search)
                .isEqualTo(before);
            assertThat(scans("idx_scan"))
                .as("looks at indexes for %s", search)
                .isGreaterThan(byIndex);
          });
    }
  }

  @Test
  void proposals_are_read_by_index() {
    owners.act(
        ownerId(),
        () ->
            assertThat(
                    explained(
                        """
                        select * from contact where removed_at is null
                          and dormant_at <= timestamptz '2026-01-10' order by dormant_at, id limit 51
                        """))
                .contains("contact_dormant")
                .doesNotContain("Seq Scan"));
  }

  @Test
  void who_is_overdue_is_read_by_index() {
    owners.act(
        ownerId(),
        () ->
            assertThat(
                    explained(
                        """
                        select * from contact where removed_at is null and turn_at is not null
                          and told_since = quiet_since and told_on < date '2026-01-10'
                        order by quiet_since, id limit 1000
                        """))
                .contains("contact_told_silent")
                .doesNotContain("Seq Scan"));
  }

  private long scans(String kind) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select coalesce(sum(%s), 0) from pg_stat_xact_user_tables
                    where schemaname = 'contacts' and relname like 'contact%%'
                    """
                        .formatted(kind))
                .getSingleResult())
        .longValue();
  }

  private String explained(String sql) {
    return String.join(
        "\n", entities.createNativeQuery("explain " + sql, String.class).getResultList());
  }

  private static ContactSearch search(
      String q, String tag, String city, Circle circle, Instant silentBefore) {
    return new ContactSearch(q, tag, null, null, null, city, circle, silentBefore, false, true);
  }
}
