package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.contact.UnknownContact;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the people that a meeting names, in the order in which it names them. */
@ApplicationScoped
class Participants {

  private final Contacts contacts;

  Participants(Contacts contacts) {
    this.contacts = contacts;
  }

  /** Those who are to take part, held on to: refuses everybody who is not in the network. */
  List<Person> invited(List<UUID> contactIds) {
    return invited(contactIds, Map.of());
  }

  /**
   * The same, without another look at those whom the caller holds on to.
   *
   * @param held by id, all in the network
   */
  List<Person> invited(List<UUID> contactIds, Map<UUID, Person> held) {
    var byId = held.keySet().containsAll(contactIds) ? held : byId(contacts.holdAll(contactIds));
    var unknown = new ArrayList<FieldError>();
    for (var i = 0; i < contactIds.size(); i++) {
      if (!byId.containsKey(contactIds.get(i))) {
        unknown.add(UnknownContact.at("/contactIds/" + i));
      }
    }
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          UnknownContact.TYPE,
          "%d of the contacts are not in the network.".formatted(unknown.size()),
          unknown);
    }
    return contactIds.stream().map(byId::get).toList();
  }

  /**
   * Those with whom a planned meeting took place, held on to: refuses when one was removed
   * meanwhile.
   */
  List<Person> present(List<UUID> contactIds) {
    var byId = byId(contacts.holdAll(contactIds));
    for (var id : contactIds) {
      if (!byId.containsKey(id)) {
        throw MeetingProblems.CONTACT_REMOVED
            .because("The contact %s is no longer in the network.".formatted(id))
            .with("contactId", id);
      }
    }
    return contactIds.stream().map(byId::get).toList();
  }

  /** Those of a meeting who are still in the network, held on to, as are the others. */
  List<Person> held(List<UUID> contactIds) {
    return contacts.holdAll(contactIds);
  }

  /** Those of a meeting who are still in the network. */
  List<Participant> remaining(List<UUID> contactIds) {
    var byId = byId(contacts.people(contactIds));
    return named(contactIds.stream().filter(byId::containsKey).map(byId::get).toList());
  }

  static List<Participant> named(List<Person> people) {
    return people.stream().map(person -> new Participant(person.id(), person.name())).toList();
  }

  private static Map<UUID, Person> byId(List<Person> people) {
    return people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }
}
