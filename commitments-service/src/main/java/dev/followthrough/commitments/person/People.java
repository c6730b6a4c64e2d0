package dev.followthrough.commitments.person;

import dev.followthrough.commitments.presence.PersonMerged;
import dev.followthrough.commitments.presence.PersonRestored;
import dev.followthrough.commitments.presence.PersonUnmerged;
import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The owner's contacts, as far as this service has heard of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class People {

  private final Event<PersonRestored> restored;
  private final Event<PersonMerged> merged;
  private final Event<PersonUnmerged> unmerged;

  People(
      Event<PersonRestored> restored, Event<PersonMerged> merged, Event<PersonUnmerged> unmerged) {
    this.restored = restored;
    this.merged = merged;
    this.unmerged = unmerged;
  }

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

  /** A contact who is in the network. */
  public Optional<KnownPerson> present(UUID contactId) {
    return Person.<Person>findByIdOptional(contactId)
        .filter(person -> !person.removed)
        .map(Person::known);
  }

  /** Why a contact is not in the network: merged into another, or not there. */
  public RuntimeException missing(UUID contactId) {
    var last = became(contactId);
    for (var next = last; next.isPresent(); next = became(next.get())) {
      last = next;
    }
    return last.<RuntimeException>map(MergedContact::into)
        .orElseGet(() -> Problems.notFound("contact", contactId));
  }

  private static Optional<UUID> became(UUID contactId) {
    return Person.<Person>findByIdOptional(contactId).map(person -> person.mergedInto);
  }

  /** Those of these contacts who are in the network. */
  public List<KnownPerson> present(Collection<UUID> contactIds) {
    return contactIds.isEmpty()
        ? List.of()
        : Person.among(contactIds).stream()
            .filter(person -> !person.removed)
            .map(Person::known)
            .toList();
  }

  /** Some of those who are in the network, in the order of their ids, after the last one seen. */
  public List<KnownPerson> presentAfter(Optional<UUID> last, int limit) {
    return Person.presentAfter(last, limit).stream().map(Person::known).toList();
  }

  /**
   * @param facts null when they were not told
   */
  void name(UUID contactId, String name, ContactFacts facts) {
    var known = Person.<Person>findByIdOptional(contactId);
    var person = known.orElseGet(Person::new);
    person.id = contactId;
    person.name = name;
    person.facts = facts == null ? person.facts : facts;
    if (known.isEmpty()) {
      person.persist();
    } else if (person.removed) {
      person.removed = false;
      restored.fire(new PersonRestored(contactId));
    }
  }

  void move(UUID contactId, Circle circle) {
    Person.<Person>findByIdOptional(contactId).ifPresent(person -> person.circle = circle);
  }

  void remove(UUID contactId) {
    Person.<Person>findByIdOptional(contactId).ifPresent(person -> person.removed = true);
  }

  /** The contact has become another one. */
  public void merge(UUID contactId, UUID into) {
    Person.<Person>findByIdOptional(contactId)
        .ifPresent(
            person -> {
              person.removed = true;
              person.mergedInto = into;
            });
    merged.fire(new PersonMerged(contactId));
  }

  /** The contact is one of their own again. */
  public void unmerge(UUID contactId) {
    Person.<Person>findByIdOptional(contactId)
        .ifPresent(
            person -> {
              person.removed = false;
              person.mergedInto = null;
              unmerged.fire(new PersonUnmerged(contactId, person.known().facts()));
            });
  }

  /** Keeps of somebody who has become another no more than their name. */
  public void forgetFacts(UUID contactId) {
    Person.<Person>findByIdOptional(contactId).ifPresent(person -> person.facts = null);
  }

  /** Forgets the contact. */
  public void forget(UUID contactId) {
    Person.deleteById(contactId);
  }
}
