package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.contacts.goal.GoalSubject;
import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of the owner's network: adding, changing, removing and finding them. */
@ApplicationScoped
public class Contacts {

  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;
  private final GoalNames goals;
  private final Event<PersonRemoved> removed;

  Contacts(
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time,
      GoalNames goals,
      Event<PersonRemoved> removed) {
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
    this.goals = goals;
    this.removed = removed;
  }

  @Transactional
  Contact create(ContactFields fields) {
    var contact = new Contact();
    outbox.append(contact.add(fields, time.now()));
    contact.persist();
    goals.say(GoalSubject.CONTACT, contact.id, fields.goalIds());
    return contact;
  }

  @Transactional
  Contact get(UUID id) {
    return Contact.present(id).orElseThrow(() -> Problems.notFound("contact", id));
  }

  @Transactional
  List<Contact> list(Optional<UUID> after, int limit) {
    return Contact.after(after, limit);
  }

  @Transactional
  Contact change(UUID id, MergePatch<ContactFields> patch) {
    var contact = get(id);
    preconditions.requireMatch(contact.version);
    var fields = patch.applyTo(contact.fields());
    if (patch.names("goalIds")) {
      goals.say(GoalSubject.CONTACT, id, fields.goalIds());
    }
    contact.change(fields, time.now()).ifPresent(outbox::append);
    Contact.flush();
    return contact;
  }

  @Transactional
  void remove(UUID id) {
    var contact = Contact.lock(id).orElseThrow(() -> Problems.notFound("contact", id));
    preconditions.requireMatch(contact.version);
    removed.fire(new PersonRemoved(id));
    outbox.append(contact.remove(time.now()));
  }

  /** Those of the ids who are in the network; unknown and removed ones are left out. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Person> people(Collection<UUID> ids) {
    return Contact.present(ids).stream().map(Contact::person).toList();
  }

  /** A contact who is in the network; nobody else removes or holds them until the commit. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Person> hold(UUID id) {
    return Contact.lock(id).map(Contact::person);
  }

  /**
   * Whether there is such a contact, present or removed; nobody else holds them until the commit.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean knows(UUID id) {
    return Contact.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).isPresent();
  }

  /** Forgets a contact for good, without a trace in this table. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void erase(UUID id) {
    goals.forget(id);
    Contact.delete("id", id);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    Contact.deleteAll();
  }
}
