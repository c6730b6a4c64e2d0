package dev.followthrough.contacts.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.reference.Reference;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No column that names a contact is forgotten by a merge, also not one that is new. */
@QuarkusTest
class MergedColumnsTest extends ContactsApi {

  /** By what a contact is found, which of its calendar's people are known, merges, and receipts. */
  private static final Set<String> STAYS =
      Set.of(
          "contact_address.contact_id",
          "contact_key.contact_id",
          "calendar_event.people",
          "contact_merge.contact_id",
          "contact_merge.merged_id",
          "contact_merge.merged_name",
          "contact.merged_into",
          "not_duplicate.one_id",
          "not_duplicate.other_id",
          "erasure.contact_id");

  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void every_column_that_names_a_contact_follows_a_merge_or_says_why_not() {
    var known =
        Stream.concat(
                STAYS.stream(),
                Stream.concat(MergedColumns.OWN.stream(), MergedColumns.OF_COMMITMENTS.stream())
                    .map(Reference::place))
            .collect(Collectors.toSet());

    assertThat(columns()).isNotEmpty().isSubsetOf(known);
  }

  @SuppressWarnings("unchecked")
  private List<String> columns() {
    return owners.act(
        ownerId(),
        () ->
            entities
                .createNativeQuery(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'contacts'
                      and (column_name ~ 'contact|person|people|merged|introduc'
                        or column_name in ('one_id', 'other_id'))
                      and data_type in ('uuid', 'ARRAY', 'jsonb', 'text')
                    """)
                .getResultList());
  }
}
