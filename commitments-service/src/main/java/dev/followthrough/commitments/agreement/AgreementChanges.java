package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.evidence.NewEvidence;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * The one way to change an agreement: its row is locked first and the time is taken afterwards, so
 * that of two calls one comes wholly after the other and none slips past the deadline while it
 * waits; then the deadline's own work is done, then the change, and its events are published.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AgreementChanges {

  /** A change to one commitment, at this instant; it yields what it did. */
  public interface Change extends BiFunction<Changeable, Instant, List<CommitmentsEvent>> {}

  /** A change to an agreement as a whole. */
  interface WholeChange extends BiFunction<Agreement, Instant, List<CommitmentsEvent>> {}

  private static final int MOST_IN_A_READ = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration A_LITTLE = Duration.ofMillis(10);

  private final Outbox outbox;
  private final Event<NewEvidence> evidence;
  private final BusinessTime time;

  AgreementChanges(Outbox outbox, Event<NewEvidence> evidence, BusinessTime time) {
    this.outbox = outbox;
    this.evidence = evidence;
    this.time = time;
  }

  /**
   * Changes one commitment of the current owner.
   *
   * @return the commitment as it is then
   */
  public CommitmentView ofCommitment(UUID commitmentId, Change change) {
    var agreement =
        Commitment.agreementOf(commitmentId)
            .flatMap(AgreementRows::locked)
            .orElseThrow(() -> Problems.notFound("commitment", commitmentId));
    var commitment = agreement.commitment(commitmentId);
    var now = time.now();
    publish(agreement, agreement.change(now, () -> change.apply(commitment, now)));
    return CommitmentView.of(commitment);
  }

  /**
   * Holds the agreement of one commitment, with the deadline's work done, for what lies beside it
   * and must not meet a change or another of its kind.
   *
   * @param use gets the commitment as it stands, and the instant
   */
  public <T> T holding(UUID commitmentId, BiFunction<CommitmentView, Instant, T> use) {
    var agreement =
        Commitment.agreementOf(commitmentId)
            .flatMap(AgreementRows::locked)
            .orElseThrow(() -> Problems.notFound("commitment", commitmentId));
    var now = time.now();
    publish(agreement, agreement.settle(now));
    return use.apply(CommitmentView.of(agreement.commitment(commitmentId)), now);
  }

  Agreement of(UUID agreementId, WholeChange change) {
    var agreement =
        AgreementRows.locked(agreementId)
            .orElseThrow(() -> Problems.notFound("agreement", agreementId));
    var now = time.now();
    publish(agreement, agreement.settle(now));
    publish(agreement, change.apply(agreement, now));
    return agreement;
  }

  /**
   * The same for what happened elsewhere at an instant before now. The deadline's work is done only
   * if it had passed by then: what is gone before it cannot be missed.
   */
  void asOf(UUID agreementId, Instant at, WholeChange change) {
    AgreementRows.locked(agreementId)
        .ifPresent(
            agreement -> {
              publish(agreement, agreement.settle(at));
              publish(agreement, change.apply(agreement, at));
            });
  }

  /** Does the deadline's work of one agreement, if it has not been done. */
  void settle(UUID agreementId) {
    AgreementRows.locked(agreementId)
        .ifPresent(agreement -> publish(agreement, agreement.settle(time.now())));
  }

  /**
   * Does the deadline's work of the owner's agreements that are past it, before they are read: to
   * the millisecond no reader sees a promise as open after its time. What somebody else is changing
   * just now is awaited without standing in anybody's way, as long as {@link #PATIENCE}; then, and
   * for what is more than a reader can do after a long outage, it is left to them and the due work.
   */
  void settleOverdue() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    AgreementRows.overdue(time.now(), MOST_IN_A_READ).forEach(id -> settleOnceFree(id, until));
  }

  /** The same for one alone. */
  void settleOverdue(UUID agreementId) {
    if (AgreementRows.isOverdue(agreementId, time.now())) {
      settleOnceFree(agreementId, System.nanoTime() + PATIENCE.toNanos());
    }
  }

  /** Never waits for a lock: who did, while holding others, might be waited for. */
  private void settleOnceFree(UUID agreementId, long until) {
    var free = AgreementRows.lockedUnlessHeld(agreementId);
    while (free.isEmpty() && System.nanoTime() < until) {
      LockSupport.parkNanos(A_LITTLE.toNanos());
      free = AgreementRows.lockedUnlessHeld(agreementId);
    }
    free.ifPresent(agreement -> publish(agreement, agreement.settle(time.now())));
  }

  void publish(Agreement agreement, List<? extends CommitmentsEvent> events) {
    events.forEach(outbox::append);
    Evidence.with(agreement, events).forEach(id -> evidence.fire(new NewEvidence(id)));
  }
}
