package dev.followthrough.contacts.merge;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.Unions;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.contacts.standing.Standings;
import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.reference.Moves;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes two contacts one, and two again within 30 days. What names the merged one names the other
 * from then on; its undo moves back what the merge moved, with what hangs on that, and leaves what
 * came since. The other services follow by the events. To be called while nobody else works for the
 * owner.
 */
@ApplicationScoped
public class Merges {

  /** The due work that makes a merge final. */
  static final String SETTLE = "merge.settle";

  /** In which commitments-service surely has moved back what an undo gives back. */
  private static final Duration ANSWERED_WITHIN = Duration.ofDays(7);

  private final TwoPeople twoPeople;
  private final Unions unions;
  private final Contacts contacts;
  private final Standings standings;
  private final LastTouches lastTouches;
  private final Profiles profiles;
  private final Moves moves;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Sql sql;
  private final BusinessTime time;

  Merges(
      TwoPeople twoPeople,
      Unions unions,
      Contacts contacts,
      Standings standings,
      LastTouches lastTouches,
      Profiles profiles,
      Moves moves,
      DueWork dueWork,
      Outbox outbox,
      Sql sql,
      BusinessTime time) {
    this.twoPeople = twoPeople;
    this.unions = unions;
    this.contacts = contacts;
    this.standings = standings;
    this.lastTouches = lastTouches;
    this.profiles = profiles;
    this.moves = moves;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.sql = sql;
    this.time = time;
  }

  @Transactional
  ContactMerge merge(UUID keptId, UUID goneId) {
    if (keptId.equals(goneId)) {
      throw Problems.invalid("/contactId", "another", "must name another contact");
    }
    var name = unions.hold(keptId, goneId);
    twoPeople.refuse(keptId, goneId);
    var merge = ContactMerge.of(keptId, goneId, name, time.now());
    outbox.append(merge.merged());
    moves.move(merge.id, goneId, keptId, MergedColumns.OWN);
    merge.kept = unions.unite(keptId, goneId, merge.id, profiles.zone());
    merge.persist();
    follow(merge, List.of(keptId));
    dueWork.schedule(SETTLE, merge.id, merge.undoableUntil());
    ContactMerge.flush();
    return merge;
  }

  @Transactional
  ContactMerge undo(UUID id) {
    var found = ContactMerge.lock(id).orElseThrow(() -> Problems.notFound("merge", id));
    requireUndoable(found);
    var gone = found.mergedId;
    var kept = found.contactId;
    var atMerge = moves.moved(id, MergedColumns.TOUCHES);
    moves.back(id, gone, kept, MergedColumns.OWN);
    var merge = ContactMerge.lock(id).orElseThrow();
    outbox.append(merge.undo(time.now(), touchesSince(id, atMerge)));
    unions.part(kept, gone, merge.kept);
    dueWork.schedule(SETTLE, id, later(merge.undoableUntil(), time.now().plus(ANSWERED_WITHIN)));
    follow(merge, List.of(kept, gone));
    ContactMerge.flush();
    return merge;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void requireUndoable(ContactMerge merge) {
    var why =
        switch (merge.state(time.now())) {
          case UNDONE -> "It was undone at %s.".formatted(merge.undoneAt);
          case FINAL -> "It could be undone until %s.".formatted(merge.undoableUntil());
          case MERGED -> whyNot(merge);
        };
    if (why != null) {
      throw MergeProblems.NOT_UNDOABLE.because(why);
    }
  }

  private String whyNot(ContactMerge merge) {
    var last = ContactMerge.lastOf(merge.contactId).orElseThrow();
    if (!last.id.equals(merge.id)) {
      return "The merge %s is a later one: undo it first.".formatted(last.id);
    }
    return contacts.hold(merge.contactId).isEmpty()
        ? "The contact %s was removed: restore it first.".formatted(merge.contactId)
        : null;
  }

  /**
   * What has come since the merge and went back with it.
   *
   * @param atMerge what the merge itself moved, and what was late
   */
  private List<UUID> touchesSince(UUID id, Set<UUID> atMerge) {
    var since = new TreeSet<>(moves.moved(id, MergedColumns.TOUCHES));
    since.removeAll(atMerge);
    since.addAll(moves.moved(id, MergedColumns.LATE));
    return List.copyOf(since);
  }

  /** What is to be seen of the change elsewhere, and is reckoned from what was moved. */
  private void follow(ContactMerge merge, List<UUID> contactIds) {
    sql.update(
        """
        update meeting set version = version + 1
        where id in (select row_id from moved_row where move_id = ? and place = ?)
        """,
        merge.id,
        MergedColumns.MEETINGS);
    unions.introducerChanged(moves.moved(merge.id, MergedColumns.INTRODUCERS));
    lastTouches.recount(contactIds);
  }

  @Transactional
  ContactMerge get(UUID id) {
    return ContactMerge.<ContactMerge>findByIdOptional(id)
        .orElseThrow(() -> Problems.notFound("merge", id));
  }

  @Transactional
  List<ContactMerge> list(Optional<UUID> last, int limit) {
    return ContactMerge.after(last, limit);
  }

  /** Commitments-service has moved, or moved back, what it tells of. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moved(CommitmentsMoved event) {
    if (event.undone()) {
      moves.back(
          event.mergeId(), event.contactId(), event.formerId(), MergedColumns.OF_COMMITMENTS);
    } else {
      moves.move(
          event.mergeId(), event.formerId(), event.contactId(), MergedColumns.OF_COMMITMENTS);
    }
  }

  /** Its time for being undone is over: what that needs is forgotten. */
  @Transactional(Transactional.TxType.MANDATORY)
  void settle(UUID id) {
    moves.forget(id);
    ContactMerge.lock(id)
        .ifPresent(
            merge -> {
              merge.settle();
              if (merge.undoneAt == null) {
                unions.settle(merge.mergedId);
                standings.eraseContact(merge.mergedId);
              }
            });
  }

  /**
   * What commitments-service has not yet said that it moved back is the other's all the same: it
   * must not be erased with the one that stayed.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void partWholly(UUID contactId) {
    ContactMerge.naming(contactId).stream()
        .filter(merge -> merge.undoneAt != null && merge.contactId.equals(contactId))
        .forEach(
            merge -> moves.back(merge.id, merge.mergedId, contactId, MergedColumns.OF_COMMITMENTS));
  }

  /** All who have become this contact, by whatever way. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> within(UUID contactId) {
    var all = new ArrayList<UUID>();
    for (var one : ContactMerge.takenUpBy(contactId)) {
      all.add(one);
      all.addAll(within(one));
    }
    return all;
  }

  /** Forgets the merges of an erased contact. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseContact(UUID contactId) {
    for (var merge : ContactMerge.naming(contactId)) {
      moves.forget(merge.id);
      dueWork.cancel(SETTLE, merge.id);
      merge.delete();
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    ContactMerge.deleteAll();
    moves.forgetAll();
  }
}
