package dev.followthrough.commitments.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The owner's contacts, as far as this service has heard of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class People {

  /** The names of those among these contacts that are known. */
  public Map<UUID, String> names(Collection<UUID> contactIds) {
    var names = new HashMap<UUID, String>();
    if (!contactIds.isEmpty()) {
      Person.among(contactIds).forEach(person -> names.put(person.id, person.name));
    }
    return names;
  }

  /** Present once the contact has been heard of, be it removed since or not. */
  public Optional<UUID> heardOf(UUID contactId) {
    return Person.<Person>findByIdOptional(contactId).map(person -> person.id);
  }

  void name(UUID contactId, String name) {
    var person = Person.<Person>findByIdOptional(contactId).orElse(null);
    if (person == null) {
      person = new Person();
      person.id = contactId;
      person.name = name;
      person.persist();
    } else {
      person.name = name;
      person.removed = false;
    }
  }

  void remove(UUID contactId) {
    Person.<Person>findByIdOptional(contactId).ifPresent(person -> person.removed = true);
  }

  /** Forgets the contact. */
  public void forget(UUID contactId) {
    Person.deleteById(contactId);
  }
}
