package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.contacts.goal.GoalSubject;
import dev.followthrough.contacts.presence.PersonMerged;
import dev.followthrough.contacts.presence.PersonUnmerged;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Two contacts that become one, and two again: what is said of them. What else names them is its
 * own matter.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Unions {

  private final ContactChanges changes;
  private final GoalNames goals;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Sql sql;
  private final BusinessTime time;
  private final Event<PersonMerged> merged;
  private final Event<PersonUnmerged> unmerged;

  Unions(
      ContactChanges changes,
      GoalNames goals,
      Preconditions preconditions,
      Outbox outbox,
      Sql sql,
      BusinessTime time,
      Event<PersonMerged> merged,
      Event<PersonUnmerged> unmerged) {
    this.changes = changes;
    this.goals = goals;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.sql = sql;
    this.time = time;
    this.merged = merged;
    this.unmerged = unmerged;
  }

  /**
   * Holds the two, in the order of their ids.
   *
   * @return what the one is called that is to become the other
   * @throws ProblemException when one of them is not in the network
   */
  public String hold(UUID keptId, UUID goneId) {
    Contact.lockFresh(List.of(keptId, goneId));
    var kept = Contact.present(keptId).orElseThrow(() -> Contact.missing(keptId));
    preconditions.requireMatch(kept.version);
    var gone = Contact.present(goneId);
    UnknownContact.require(gone.isPresent(), "/contactId");
    return gone.get().name;
  }

  /** Whether one of the two introduced the other to the owner. */
  public boolean introduced(UUID oneId, UUID otherId) {
    return isIntroducer(oneId, otherId) || isIntroducer(otherId, oneId);
  }

  private static boolean isIntroducer(UUID of, UUID by) {
    return Contact.present(of)
        .flatMap(contact -> contact.details.introducer())
        .filter(by::equals)
        .isPresent();
  }

  /**
   * The one takes up all that is said of the other, which is not in the network from now on.
   *
   * @param zone in which a day is meant
   * @return the way back
   */
  public KeptFields unite(UUID keptId, UUID goneId, UUID mergeId, ZoneId zone) {
    var now = time.now();
    var kept = Contact.lock(keptId).orElseThrow();
    var gone = Contact.lock(goneId).orElseThrow();
    var before = kept.fields();
    var united = UnionRule.united(before, gone.fields(), LocalDate.ofInstant(now, zone));
    requireRoom(united);
    gone.become(new Became(keptId, mergeId), now);
    sql.update("delete from contact_search where id = ?", goneId);
    merged.fire(new PersonMerged(goneId));
    goals.say(GoalSubject.CONTACT, keptId, united.goalIds());
    changes.apply(kept, united);
    Contact.flush();
    return new KeptFields(before, united);
  }

  /** The two are apart again, each with what was said of it but for what was changed since. */
  public void part(UUID keptId, UUID goneId, KeptFields said) {
    var kept = Contact.lock(keptId).orElseThrow(() -> Contact.missing(keptId));
    var gone = Contact.lockAny(goneId).orElseThrow();
    gone.part(time.now());
    Contact.flush();
    unmerged.fire(new PersonUnmerged(goneId));
    var parted = UnionRule.parted(said.before(), said.after(), kept.fields());
    goals.say(GoalSubject.CONTACT, keptId, parted.goalIds());
    changes.apply(kept, parted);
    Contact.flush();
  }

  /** Of somebody who has become another for good, nothing is left but that. */
  public void settle(UUID goneId) {
    goals.forget(goneId);
    Contact.lockAny(goneId).ifPresent(contact -> contact.forgetAllButName());
  }

  /** Others are said to have been introduced by somebody else now. */
  public void introducerChanged(Collection<UUID> ids) {
    Contact.lockFresh(ids).stream()
        .filter(contact -> contact.removedAt == null)
        .map(Contact::originChanged)
        .forEach(outbox::append);
  }

  private static void requireRoom(ContactFields united) {
    var full = UnionRule.tooLong(united);
    if (!full.isEmpty()) {
      throw new ProblemException(
          ContactProblems.NO_ROOM,
          "Together the two have too many " + String.join(", ", full) + ".",
          full.stream()
              .map(name -> new FieldError("/contactId", "most-" + name, "has too many " + name))
              .toList());
    }
  }
}
