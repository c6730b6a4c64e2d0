package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Removing a contact, and undoing that within 30 days; after them it is forgotten for good. */
@ApplicationScoped
public class Removal {

  /** The due work that forgets a removed contact. */
  public static final String PURGE = "contact.purge";

  private final DueWork dueWork;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;
  private final Event<PersonRemoved> removed;
  private final Event<PersonRestored> restored;

  Removal(
      DueWork dueWork,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time,
      Event<PersonRemoved> removed,
      Event<PersonRestored> restored) {
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
    this.removed = removed;
    this.restored = restored;
  }

  @Transactional
  void remove(UUID id) {
    var contact = Contact.lock(id).orElseThrow(() -> Contact.missing(id));
    preconditions.requireMatch(contact.version);
    remove(contact);
  }

  /**
   * The contact wants to be forgotten: they are removed as the owner would remove them, and so
   * forgotten for good unless the owner restores them. Nothing is left to do for one who is gone;
   * who was merged into another is that one.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void wished(UUID id) {
    var became = Contact.became(id);
    Contact.lock(became.isEmpty() ? id : became.getLast().contactId()).ifPresent(this::remove);
  }

  private void remove(Contact contact) {
    removed.fire(new PersonRemoved(contact.id));
    outbox.append(contact.remove(time.now()));
    dueWork.schedule(PURGE, contact.id, contact.removedAt.plus(Contact.KEPT));
  }

  @Transactional
  Contact restore(UUID id) {
    var contact =
        Contact.lockAny(id)
            .filter(one -> !one.isPastRestoring(time.now()))
            .orElseThrow(() -> Problems.notFound("removed contact", id));
    if (contact.mergedInto != null) {
      throw Contact.missing(id);
    }
    preconditions.requireMatch(contact.version);
    if (contact.removedAt == null) {
      throw ContactProblems.NOT_REMOVED.because("The contact is in the network.");
    }
    outbox.append(contact.restore(time.now()));
    dueWork.cancel(PURGE, id);
    restored.fire(new PersonRestored(id));
    Contact.flush();
    return contact;
  }

  /** Whether a contact was removed so long ago that it cannot come back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isFinal(UUID id) {
    return Contact.<Contact>findByIdOptional(id)
        .filter(contact -> contact.isPastRestoring(time.now()))
        .isPresent();
  }
}
