package dev.followthrough.commitments.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An erased owner leaves no row in any table, also not in one that is new. */
@QuarkusTest
class OwnerDataTest extends ServiceTest {

  /** The platform's tables that order events and remember the erasure, or are erased by it. */
  private static final Set<String> PLATFORM =
      Set.of("outbox", "owner_stream", "inbox_position", "parked_record", "due_work", "tombstone");

  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void every_owned_table_is_emptied_when_the_owner_is_erased() {
    assertThat(OwnerData.TABLES).containsExactlyInAnyOrderElementsOf(ownedTables());
  }

  @SuppressWarnings("unchecked")
  private List<String> ownedTables() {
    List<String> tables =
        owners.act(
            world.owner(),
            () ->
                entities
                    .createNativeQuery(
                        """
                        select c.relname::text from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id'
                        where n.nspname = 'commitments' and c.relkind in ('r', 'p')
                          and not c.relispartition
                        """)
                    .getResultList());
    return tables.stream().filter(table -> !PLATFORM.contains(table)).toList();
  }
}
