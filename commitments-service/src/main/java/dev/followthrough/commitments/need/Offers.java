package dev.followthrough.commitments.need;

import dev.followthrough.commitments.action.ActionIds;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.commitments.presence.PersonMerged;
import dev.followthrough.commitments.presence.PersonUnmerged;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By which words contacts are found for what they offer and are good at. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Offers {

  /** So many contacts are looked at for each word beside those who are near. */
  private static final int FOR_EACH_WORD = 30;

  private final Sql sql;

  Offers(Sql sql) {
    this.sql = sql;
  }

  void note(UUID contactId, ContactFacts facts) {
    forget(contactId);
    var stems =
        Stream.of(facts.offers(), facts.expertise())
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .flatMap(text -> OfferRule.stems(text).stream())
            .distinct()
            .toList();
    for (var stem : stems) {
      sql.update(
          """
          insert into offered_word (owner_id, id, version, contact_id, stem)
          values (?, ?, 0, ?, ?) on conflict do nothing
          """,
          CurrentOwner.require(),
          ActionIds.named(contactId, stem),
          contactId,
          stem);
    }
  }

  /** Those who offer something that begins like one of these words; of these all who are near. */
  List<UUID> offering(Collection<String> stems, Collection<UUID> near) {
    return sql.list(
        """
        select distinct found.contact_id
        from unnest(?::text[]) as wanted (stem)
          cross join lateral (
            select o.contact_id from offered_word o
            where o.stem = wanted.stem and o.contact_id = any(?::uuid[])
            union all
            (select o.contact_id from offered_word o where o.stem = wanted.stem
             order by o.contact_id limit ?)) as found
        order by found.contact_id
        """,
        row -> row.getObject(1, UUID.class),
        stems.stream().collect(Collectors.joining("\",\"", "{\"", "\"}")),
        near.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")),
        FOR_EACH_WORD);
  }

  void erased(@Observes PersonErased person) {
    forget(person.id());
  }

  void merged(@Observes PersonMerged person) {
    forget(person.id());
  }

  void unmerged(@Observes PersonUnmerged person) {
    note(person.id(), person.facts());
  }

  private void forget(UUID contactId) {
    sql.update("delete from offered_word where contact_id = ?", contactId);
  }
}
