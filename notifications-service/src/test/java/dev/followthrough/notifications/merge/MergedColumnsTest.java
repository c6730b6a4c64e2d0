package dev.followthrough.notifications.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.reference.Reference;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No column that names a contact is forgotten by a merge, also not one that is new. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class MergedColumnsTest {

  /** Whose turn it was to be written to stays so, and a list that waits says what it said. */
  private static final Set<String> STAYS =
      Set.of(
          "reminder.contact_id",
          "digest.held",
          "contact_merge.contact_id",
          "contact_merge.merged_id");

  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void every_column_that_names_a_contact_follows_a_merge_or_says_why_not() {
    var known =
        Stream.concat(
                STAYS.stream(),
                Stream.concat(
                        MergedColumns.OF_CONTACTS.stream(), MergedColumns.OF_COMMITMENTS.stream())
                    .map(Reference::place))
            .collect(Collectors.toSet());

    assertThat(columns()).isNotEmpty().isSubsetOf(known);
  }

  @SuppressWarnings("unchecked")
  private List<String> columns() {
    return owners.act(
        UUID.randomUUID(),
        () ->
            entities
                .createNativeQuery(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'notifications'
                      and (column_name ~ 'contact|person|people|merged|introduc'
                        or column_name in ('participants', 'receiver', 'owing', 'promised', 'missed',
                          'delivered', 'assessed', 'tasks', 'held'))
                      and data_type in ('uuid', 'ARRAY', 'jsonb', 'text')
                    """)
                .getResultList());
  }
}
