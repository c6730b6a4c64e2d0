package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.search.ContactFinder;
import dev.followthrough.contacts.search.ContactSearch;
import dev.followthrough.contacts.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whom an e-mail address or a name means. An address means who has it, letter case aside. A name
 * means everybody whose name holds each of its words whole, case, accents and order aside; whoever
 * is only alike is not meant.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Namesakes {

  /**
   * @param meant a few of those who are meant; one alone is nobody else
   * @param alike a few others whom a search finds by the name
   */
  public record Found(List<NamedContact> meant, List<NamedContact> alike) {}

  private static final int MOST = 10;
  private static final int LOOKED_AT = 50;

  private record Named(NamedContact contact, List<String> name, List<String> asked) {
    boolean isMeant() {
      return !asked.isEmpty() && name.containsAll(asked);
    }
  }

  private final ContactFinder finder;
  private final EntityManager entities;

  Namesakes(ContactFinder finder, EntityManager entities) {
    this.finder = finder;
    this.entities = entities;
  }

  public Found find(String nameOrEmail) {
    return nameOrEmail.contains("@")
        ? new Found(withEmail(nameOrEmail.strip()), List.of())
        : named(nameOrEmail);
  }

  private List<NamedContact> withEmail(String email) {
    return rows(
            """
            select id, name, details->>'organisation' from contact
            where removed_at is null and id in (
              select contact_id from contact_address where address = lower(?1))
            order by id limit %d
            """
                .formatted(MOST),
            email)
        .map(Namesakes::contact)
        .toList();
  }

  private Found named(String name) {
    var search = new ContactSearch(name, null, null, null, null, null, null, null, false, false);
    var ids = finder.find(search, Optional.empty(), LOOKED_AT).stream().map(Hit::id).toList();
    if (ids.isEmpty()) {
      return new Found(List.of(), List.of());
    }
    var all =
        rows(
                """
                select id, name, details->>'organisation', search_form(concat_ws(' ',
                  name, details->>'givenName', details->>'familyName')), search_form(?1)
                from contact where id in (?2) and removed_at is null order by id
                """,
                name,
                ids)
            .map(row -> new Named(contact(row), words(row[3]), words(row[4])))
            .toList();
    return new Found(
        all.stream().filter(Named::isMeant).map(Named::contact).limit(MOST).toList(),
        all.stream().filter(one -> !one.isMeant()).map(Named::contact).limit(MOST).toList());
  }

  private Stream<Object[]> rows(String sql, Object... values) {
    var query = entities.createNativeQuery(sql, Object[].class);
    for (var i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query.getResultStream();
  }

  private static NamedContact contact(Object[] row) {
    return new NamedContact((UUID) row[0], (String) row[1], (String) row[2]);
  }

  private static List<String> words(Object form) {
    return Arrays.stream(((String) form).split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
