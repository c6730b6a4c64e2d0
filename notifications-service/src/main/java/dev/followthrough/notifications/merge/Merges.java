package dev.followthrough.notifications.merge;

import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.notifications.person.People;
import dev.followthrough.notifications.person.PersonMerged;
import dev.followthrough.notifications.person.PersonMoved;
import dev.followthrough.notifications.person.PersonUnmerged;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.reference.Moves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Follows the merges of contacts, and their undoing: what contacts-service tells of when it says
 * so, and what commitments-service tells of when that does. Each keeps the order of its own events,
 * so the two may come in any order.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Merges {

  /** The due work that forgets how to undo a merge. */
  static final String FORGET = "merge.forget";

  /** A week more than contacts-service lets it be undone, which may be heard of late. */
  private static final Duration KEPT = Duration.ofDays(37);

  private final Moves moves;
  private final People people;
  private final DueWork dueWork;
  private final Event<PersonMoved> moved;
  private final Event<PersonMerged> merged;
  private final Event<PersonUnmerged> unmerged;

  Merges(
      Moves moves,
      People people,
      DueWork dueWork,
      Event<PersonMoved> moved,
      Event<PersonMerged> merged,
      Event<PersonUnmerged> unmerged) {
    this.moves = moves;
    this.people = people;
    this.dueWork = dueWork;
    this.moved = moved;
    this.merged = merged;
    this.unmerged = unmerged;
  }

  void merged(ContactMerged event, Instant at) {
    if (ContactMerge.findByIdOptional(event.mergeId()).isPresent()) {
      return;
    }
    ContactMerge.of(event, at).persist();
    moves.move(event.mergeId(), event.mergedId(), event.contactId(), MergedColumns.OF_CONTACTS);
    merged.fire(new PersonMerged(event.mergedId()));
    name(event.contactId());
    dueWork.schedule(FORGET, event.mergeId(), at.plus(KEPT));
  }

  void unmerged(ContactUnmerged event) {
    var merge = ContactMerge.inForce(event.mergeId());
    if (merge.isPresent()) {
      merge.get().undone = true;
      moves.back(event.mergeId(), event.mergedId(), event.contactId(), MergedColumns.OF_CONTACTS);
      unmerged.fire(new PersonUnmerged(event.mergedId()));
      name(event.mergedId());
    }
  }

  void moved(CommitmentsMoved event) {
    if (event.undone()) {
      moves.back(
          event.mergeId(), event.contactId(), event.formerId(), MergedColumns.OF_COMMITMENTS);
    } else {
      moves.move(
          event.mergeId(), event.formerId(), event.contactId(), MergedColumns.OF_COMMITMENTS);
    }
    name(event.contactId());
  }

  private void name(UUID contactId) {
    people.nameOf(contactId).ifPresent(name -> moved.fire(new PersonMoved(contactId, name)));
  }

  /** It cannot be undone any more. */
  void forget(UUID mergeId) {
    moves.forget(mergeId);
    ContactMerge.<ContactMerge>findByIdOptional(mergeId)
        .filter(merge -> merge.undone)
        .ifPresent(ContactMerge::delete);
  }

  /**
   * What commitments-service has not yet said that it moved back is the other's all the same: it
   * must not be forgotten with the one that stayed.
   */
  public void partWholly(UUID contactId) {
    ContactMerge.naming(contactId).stream()
        .filter(merge -> merge.undone && merge.contactId.equals(contactId))
        .forEach(
            merge -> moves.back(merge.id, merge.mergedId, contactId, MergedColumns.OF_COMMITMENTS));
  }

  /** All who have become this contact, by whatever way. */
  public List<UUID> within(UUID contactId) {
    var all = new ArrayList<UUID>();
    for (var one : ContactMerge.takenUpBy(contactId)) {
      all.add(one);
      all.addAll(within(one));
    }
    return all;
  }

  /** Forgets the merges of an erased contact. */
  public void erase(UUID contactId) {
    for (var merge : ContactMerge.naming(contactId)) {
      moves.forget(merge.id);
      dueWork.cancel(FORGET, merge.id);
      merge.delete();
    }
  }

  public void eraseAll() {
    ContactMerge.deleteAll();
    moves.forgetAll();
  }
}
