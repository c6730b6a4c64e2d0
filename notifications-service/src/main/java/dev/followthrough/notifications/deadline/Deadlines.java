package dev.followthrough.notifications.deadline;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AssessmentGiven;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentDisputed;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.person.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * This service's own copy of the owner's agreements and open commitments, as the events tell them.
 * What it has not heard of is not there, and nothing is asked elsewhere.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Deadlines {

  private final People people;
  private final Event<DeadlineChange> changes;

  Deadlines(People people, Event<DeadlineChange> changes) {
    this.people = people;
    this.changes = changes;
  }

  /** Copies a new agreement; an id that is known already is left as it is. */
  public AgreementDeadline open(AgreementOpened event) {
    var known = Deadline.ofId(event.agreementId());
    if (known.isPresent()) {
      return AgreementDeadline.of(known.get());
    }
    var deadline = new Deadline();
    deadline.id = event.agreementId();
    deadline.meetingId = event.meetingId();
    deadline.dueAt = event.dueAt();
    deadline.participants = event.participants();
    deadline.persist();
    for (var i = 0; i < event.commitments().size(); i++) {
      owed(event, event.commitments().get(i), i).persist();
    }
    changed(deadline.id);
    return AgreementDeadline.of(deadline);
  }

  private static Owed owed(AgreementOpened event, OpenedCommitment commitment, int position) {
    var owed = new Owed();
    owed.id = commitment.commitmentId();
    owed.agreementId = event.agreementId();
    owed.position = position;
    owed.kind = commitment.kind();
    owed.receiver = commitment.receiver() == null ? null : commitment.receiver().toString();
    owed.owing =
        commitment.kind() == CommitmentKind.SHARED
            ? Stream.concat(
                    Stream.of(Party.OWNER),
                    event.participants().stream().map(person -> Party.contact(person.contactId())))
                .map(Party::toString)
                .toList()
            : List.of(commitment.promiser().toString());
    return owed;
  }

  public void move(AgreementChanged event) {
    Deadline.ofId(event.agreementId()).ifPresent(deadline -> deadline.dueAt = event.dueAt());
    changed(event.agreementId());
  }

  public void close(UUID agreementId) {
    Deadline.ofId(agreementId).ifPresent(deadline -> deadline.closed = true);
    changed(agreementId);
  }

  /** The agreement ended without evidence: nothing of it is open or missed. */
  public void drop(UUID agreementId) {
    close(agreementId);
    Owed.of(agreementId).forEach(Owed::drop);
    changes.fire(new DeadlineChange(agreementId, true));
  }

  public void word(CommitmentWorded event) {
    if (event.inForce()) {
      with(event.commitmentId(), owed -> owed.word(event.text(), event.receiver()));
    }
  }

  public void promise(CommitmentPromised event) {
    with(event.commitmentId(), owed -> owed.promise(event.by(), event.text(), event.receiver()));
  }

  public void release(UUID commitmentId, Party by, boolean complete) {
    with(commitmentId, owed -> owed.release(by, complete));
  }

  public void deliver(CommitmentDelivered event) {
    with(event.commitmentId(), owed -> owed.deliver(event.by(), event.complete()));
  }

  public void dispute(CommitmentDisputed event) {
    with(event.commitmentId(), owed -> owed.dispute(event.by()));
  }

  /** The owner has assessed it; what contacts give is theirs. */
  public void assess(AssessmentGiven event) {
    if (event.by().isOwner()) {
      with(event.commitmentId(), owed -> owed.assess(Party.contact(event.contactId())));
    }
  }

  public void miss(CommitmentMissed event) {
    with(event.commitmentId(), owed -> owed.miss(event.missing(), event.text()));
  }

  public void correct(UUID commitmentId, Party by) {
    with(commitmentId, owed -> owed.correct(by));
  }

  public void closeCommitment(UUID commitmentId) {
    with(commitmentId, Owed::close);
  }

  /** The deadline, locked until the transaction ends: one at a time decides about reminders. */
  public Optional<AgreementDeadline> lock(UUID agreementId) {
    return Deadline.lockById(agreementId).map(AgreementDeadline::of);
  }

  public Optional<AgreementDeadline> find(UUID agreementId) {
    return Deadline.ofId(agreementId).map(AgreementDeadline::of);
  }

  /** All that is still open of the agreement, in its order. */
  public List<OpenCommitment> open(UUID agreementId) {
    var participants = participants(agreementId);
    return Owed.of(agreementId).stream()
        .filter(Owed::isOpen)
        .map(owed -> owed.asOpen(participants))
        .toList();
  }

  /** All that was missed of the agreement, in its order. */
  public List<OpenCommitment> missed(UUID agreementId) {
    var participants = participants(agreementId);
    return Owed.of(agreementId).stream()
        .filter(Owed::isMissed)
        .map(owed -> owed.asMissed(participants))
        .toList();
  }

  /** All that the owner can assess of the agreement and has not, in its order. */
  public List<OpenCommitment> toAssess(UUID agreementId) {
    var participants = participants(agreementId);
    return Owed.of(agreementId).stream()
        .filter(owed -> !owed.toAssess().isEmpty())
        .map(owed -> owed.asToAssess(participants))
        .toList();
  }

  /** Who takes part beside the owner, with the names that they have now. */
  public List<Participant> participants(UUID agreementId) {
    return Deadline.ofId(agreementId)
        .map(deadline -> people.asCalledNow(deadline.participants))
        .orElse(List.of());
  }

  /** Those that are still ahead, some of them. */
  public List<UUID> ahead(Instant now, int limit) {
    return Deadline.ahead(now, limit);
  }

  /** Those that are still ahead and were planned by another plan than this one, some of them. */
  public List<UUID> aheadNotPlannedBy(String plan, Instant now, int limit) {
    return Deadline.aheadNotPlannedBy(plan, now, limit);
  }

  /** Notes by which plan the reminders of an agreement were planned last. */
  public void planned(UUID agreementId, String plan) {
    Deadline.ofId(agreementId).ifPresent(deadline -> deadline.plannedBy = plan);
  }

  /**
   * Forgets a contact in all agreements.
   *
   * @return those in which nobody else is left, which are forgotten altogether
   */
  public List<AgreementDeadline> forget(UUID contactId) {
    return Deadline.<Deadline>listAll().stream()
        .filter(deadline -> names(deadline.participants, contactId))
        .filter(deadline -> forget(deadline, contactId))
        .map(AgreementDeadline::of)
        .toList();
  }

  private static boolean forget(Deadline deadline, UUID contactId) {
    deadline.participants =
        deadline.participants.stream()
            .filter(person -> !person.contactId().equals(contactId))
            .toList();
    var alone = deadline.participants.isEmpty();
    var contact = Party.contact(contactId);
    for (var owed : Owed.of(deadline.id)) {
      if (alone || owed.isOnlyOf(contact)) {
        owed.delete();
      } else {
        owed.forget(contact);
      }
    }
    if (alone) {
      deadline.delete();
    }
    return alone;
  }

  public void forgetAll() {
    Owed.deleteAll();
    Deadline.deleteAll();
  }

  private static boolean names(List<Participant> participants, UUID contactId) {
    return participants.stream().anyMatch(person -> person.contactId().equals(contactId));
  }

  private void with(UUID commitmentId, Consumer<Owed> change) {
    var owed = Owed.ofId(commitmentId);
    owed.ifPresent(change);
    owed.ifPresent(one -> changed(one.agreementId));
  }

  private void changed(UUID agreementId) {
    changes.fire(new DeadlineChange(agreementId, false));
  }
}
