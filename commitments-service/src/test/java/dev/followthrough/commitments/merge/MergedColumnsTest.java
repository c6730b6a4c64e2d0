package dev.followthrough.commitments.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.reference.Reference;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No column that names a contact is forgotten by a merge, also not one that is new. */
@QuarkusTest
class MergedColumnsTest extends ServiceTest {

  /** What names a contact and stays with it: what is made of it anew, and merges themselves. */
  private static final Set<String> STAYS =
      Set.of(
          "offered_word.contact_id",
          "evaluation.after_contact",
          "contact_merge.contact_id",
          "contact_merge.merged_id",
          "person.merged_into");

  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void every_column_that_names_a_contact_follows_a_merge_or_says_why_not() {
    var known =
        Stream.concat(MergedColumns.ALL.stream().map(Reference::place), STAYS.stream()).toList();

    assertThat(columns()).isNotEmpty().isSubsetOf(known);
  }

  @SuppressWarnings("unchecked")
  private List<String> columns() {
    return owners.act(
        world.owner(),
        () ->
            entities
                .createNativeQuery(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'commitments'
                      and (column_name ~ 'contact|person|people|merged|introduc'
                        or column_name in ('promiser', 'receiver', 'given_by', 'counterparts', 'parts'))
                      and data_type in ('uuid', 'ARRAY', 'jsonb', 'text')
                    """)
                .getResultList());
  }
}
