package dev.followthrough.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which contacts have an e-mail address, whatever the case of its letters. */
@ApplicationScoped
public class ContactAddresses {

  private final EntityManager entities;

  ContactAddresses(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Those who are in the network, the first added first. Several contacts can have one address.
   *
   * @param addresses in lower case
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<String, List<UUID>> find(Collection<String> addresses) {
    var found = new HashMap<String, List<UUID>>();
    if (addresses.isEmpty()) {
      return found;
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select distinct lower(email #>> '{}') as address, id
                from contact, jsonb_path_query(details, '$.emails[*]') email
                where removed_at is null
                  and lower(email #>> '{}') = any (cast(?1 as text[])) order by id
                """)
            .setParameter(1, addresses.toArray(String[]::new))
            .getResultList();
    rows.stream()
        .map(Object[].class::cast)
        .forEach(
            row ->
                found.computeIfAbsent((String) row[0], _ -> new ArrayList<>()).add((UUID) row[1]));
    return found;
  }
}
