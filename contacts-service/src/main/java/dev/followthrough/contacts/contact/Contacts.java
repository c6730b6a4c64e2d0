package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.CircleMoves;
import dev.followthrough.contacts.circle.KnownContact;
import dev.followthrough.contacts.circle.Standing;
import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.contacts.goal.GoalSubject;
import dev.followthrough.contacts.presence.TurnMoved;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The people of the owner's network: adding and changing them, and what others may know of them.
 */
@ApplicationScoped
public class Contacts {

  private final ContactChanges changes;
  private final CircleMoves moves;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;
  private final GoalNames goals;
  private final Event<TurnMoved> moved;

  Contacts(
      ContactChanges changes,
      CircleMoves moves,
      GoalNames goals,
      DueWork dueWork,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time,
      Event<TurnMoved> moved) {
    this.changes = changes;
    this.moves = moves;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
    this.goals = goals;
    this.moved = moved;
  }

  @Transactional
  Contact create(ContactFields said) {
    var contact = new Contact();
    var fields = changes.checked(contact.id, said, null);
    outbox.append(contact.add(fields, time.now()));
    contact.persist();
    if (fields.goalIds() != null) {
      goals.say(GoalSubject.CONTACT, contact.id, fields.goalIds());
    }
    changes.move(contact, Optional.ofNullable(fields.circle()).orElse(contact.circle));
    moved.fire(new TurnMoved());
    Contact.flush();
    return contact;
  }

  @Transactional
  Contact get(UUID id) {
    return Contact.present(id).orElseThrow(() -> Contact.missing(id));
  }

  @Transactional
  Contact change(UUID id, MergePatch<ContactFields> patch) {
    var contact = Contact.lock(id).orElseThrow(() -> Contact.missing(id));
    preconditions.requireMatch(contact.version);
    var before = contact.fields();
    var fields = patch.applyTo(before);
    if (fields.circle() == null) {
      throw Problems.invalid("/circle", "required", "a contact is always in a circle");
    }
    if (patch.names("goalIds")) {
      goals.say(GoalSubject.CONTACT, id, fields.goalIds());
    }
    changes.apply(contact, changes.checked(id, fields, before));
    Contact.flush();
    return contact;
  }

  /** Those of the ids who are in the network; unknown and removed ones are left out. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Person> people(Collection<UUID> ids) {
    return Contact.present(ids).stream().map(Contact::person).toList();
  }

  /** The same with how near they stand. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KnownContact> known(Collection<UUID> ids) {
    return Contact.present(ids).stream().map(Contact::known).toList();
  }

  /**
   * Those of the ids who are in the network; nobody else removes or holds them until the commit.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Person> holdAll(Collection<UUID> ids) {
    return Contact.lockAll(ids).stream()
        .filter(contact -> contact.removedAt == null)
        .map(Contact::person)
        .toList();
  }

  /** A contact who is in the network; nobody else removes or holds them until the commit. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Person> hold(UUID id) {
    return Contact.lock(id).map(Contact::person);
  }

  /**
   * Says when these contacts were last in touch. They are held on to until the commit.
   *
   * @param last from what is known now to what is known then; either may be empty
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lastTouch(Collection<UUID> ids, LastTouch last) {
    for (var contact : Contact.lockFresh(ids)) {
      contact.lastTouch(last.of(contact.id, contact.lastTouchAt));
    }
    moved.fire(new TurnMoved());
  }

  /** Says what is known of a contact's standing; false when there is no such contact. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean judge(UUID id, Standing standing) {
    var contact = Contact.lockAny(id);
    contact.ifPresent(one -> one.judge(standing));
    return contact.isPresent();
  }

  /** When a contact was last in touch, given what was known of it; null for never. */
  public interface LastTouch {
    Instant of(UUID contactId, Instant known);
  }

  /** What may be spoken of with those of the ids who are in the network. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<TalkingPoints> talkingPoints(Collection<UUID> ids) {
    return Contact.present(ids).stream().map(TalkingPoints::of).toList();
  }

  /** Why there is no such contact in the network: merged into another, or not there. */
  @Transactional(Transactional.TxType.MANDATORY)
  public RuntimeException missing(UUID id) {
    return Contact.missing(id);
  }

  /** All that the contact became by merges, one after the other; none for one of their own. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Became> became(UUID id) {
    return Contact.became(id);
  }

  /** Whether there is such a contact, present or removed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean knows(UUID id) {
    return Contact.findByIdOptional(id).isPresent();
  }

  /**
   * Forgets a contact for good, without a trace in this table; whom it introduced changes by it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void erase(UUID id) {
    goals.forget(id);
    moves.erase(id);
    Contact.forgetIntroducer(id, time.now()).forEach(outbox::append);
    Contact.delete("id", id);
    dueWork.cancel(Removal.PURGE, id);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    moves.eraseAll();
    Contact.deleteAll();
  }
}
