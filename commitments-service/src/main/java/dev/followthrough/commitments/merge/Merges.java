package dev.followthrough.commitments.merge;

import dev.followthrough.commitments.evidence.NewEvidence;
import dev.followthrough.commitments.person.People;
import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.outbox.Outbox;
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
 * Follows the merges of contacts: what lies between the owner and the merged one lies between the
 * owner and the other from then on, and exactly that goes back when the merge is undone. Both is
 * told in the order of this service's events, for whoever copies from them; standings are reckoned
 * anew.
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
  private final Outbox outbox;
  private final Event<NewEvidence> evidence;

  Merges(Moves moves, People people, DueWork dueWork, Outbox outbox, Event<NewEvidence> evidence) {
    this.moves = moves;
    this.people = people;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.evidence = evidence;
  }

  void merged(ContactMerged event, Instant at) {
    if (ContactMerge.findByIdOptional(event.mergeId()).isPresent()) {
      return;
    }
    ContactMerge.of(event, at).persist();
    moves.move(event.mergeId(), event.mergedId(), event.contactId(), MergedColumns.ALL);
    people.merge(event.mergedId(), event.contactId());
    dueWork.schedule(FORGET, event.mergeId(), at.plus(KEPT));
    outbox.append(
        new CommitmentsMoved(event.mergeId(), event.contactId(), event.mergedId(), false));
    evidence.fire(new NewEvidence(event.contactId()));
  }

  void unmerged(ContactUnmerged event) {
    var id = event.mergeId();
    var merge = ContactMerge.inForce(id);
    if (merge.isEmpty()) {
      return;
    }
    merge.get().undone = true;
    event.touchIds().forEach(touchId -> moves.note(id, "touch.contact_id", touchId));
    moves.back(id, event.mergedId(), event.contactId(), MergedColumns.ALL);
    people.unmerge(event.mergedId());
    outbox.append(new CommitmentsMoved(id, event.mergedId(), event.contactId(), true));
    evidence.fire(new NewEvidence(event.contactId()));
    evidence.fire(new NewEvidence(event.mergedId()));
  }

  /** It cannot be undone any more. */
  void forget(UUID mergeId) {
    moves.forget(mergeId);
    var merge = ContactMerge.<ContactMerge>findByIdOptional(mergeId);
    if (merge.isEmpty()) {
      return;
    }
    if (merge.get().undone) {
      merge.get().delete();
    } else {
      people.forgetFacts(merge.get().mergedId);
    }
  }

  /** All who have become this contact, by whatever way. */
  public List<UUID> within(UUID contactId) {
    var all = new ArrayList<UUID>();
    for (var merged : ContactMerge.takenUpBy(contactId)) {
      all.add(merged);
      all.addAll(within(merged));
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
}
