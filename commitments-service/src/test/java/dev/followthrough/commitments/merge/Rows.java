package dev.followthrough.commitments.merge;

import dev.followthrough.platform.owner.Owners;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Every row of an owner, but for how often it was changed. */
final class Rows {

  /** What merges keep themselves, what was told last, and what is no fact. */
  private static final List<String> OTHERS =
      List.of(
          "contact_merge",
          "moved_row",
          "told_standing",
          "evaluation",
          "day_list",
          "idempotency_key",
          "outbox",
          "due_work",
          "inbox_position",
          "owner_stream",
          "parked_record");

  private Rows() {}

  @SuppressWarnings("unchecked")
  static Map<String, List<String>> of(UUID owner, Owners owners, EntityManager entities) {
    return owners.act(
        owner,
        () -> {
          var rows = new TreeMap<String, List<String>>();
          List<String> tables =
              entities
                  .createNativeQuery(
                      """
                      select c.relname::text from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                      join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id'
                      where n.nspname = 'commitments' and c.relkind in ('r', 'p')
                        and not c.relispartition
                      """)
                  .getResultList();
          for (var table : tables) {
            if (!OTHERS.contains(table)) {
              rows.put(
                  table,
                  entities
                      .createNativeQuery(
                          "select (to_jsonb(t) - 'version')::text as row from %s t order by 1"
                              .formatted(table))
                      .getResultList());
            }
          }
          return rows;
        });
  }
}
