package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
  public interface Change extends BiFunction<Commitment, Instant, List<CommitmentsEvent>> {}

  private final Outbox outbox;
  private final BusinessTime time;

  AgreementChanges(Outbox outbox, BusinessTime time) {
    this.outbox = outbox;
    this.time = time;
  }

  /** Changes one commitment of the current owner and gives it back. */
  public Commitment ofCommitment(UUID commitmentId, Change change) {
    var agreement =
        Commitment.agreementOf(commitmentId)
            .flatMap(Agreement::locked)
            .orElseThrow(() -> Problems.notFound("commitment", commitmentId));
    var commitment = agreement.commitment(commitmentId);
    var now = time.now();
    publish(agreement.change(now, () -> change.apply(commitment, now)));
    return commitment;
  }

  /** Changes an agreement as a whole and gives it back. */
  public Agreement of(
      UUID agreementId, BiFunction<Agreement, Instant, List<CommitmentsEvent>> change) {
    var agreement =
        Agreement.locked(agreementId)
            .orElseThrow(() -> Problems.notFound("agreement", agreementId));
    var now = time.now();
    publish(agreement.settle(now));
    publish(change.apply(agreement, now));
    return agreement;
  }

  /**
   * The same for what happened elsewhere at an instant before now. The deadline's work is done only
   * if it had passed by then: what is gone before it cannot be missed.
   */
  public void asOf(
      UUID agreementId, Instant at, BiFunction<Agreement, Instant, List<CommitmentsEvent>> change) {
    Agreement.locked(agreementId)
        .ifPresent(
            agreement -> {
              publish(agreement.settle(at));
              publish(change.apply(agreement, at));
            });
  }

  /** Does the deadline's work of one agreement, if it has not been done. */
  public void settle(UUID agreementId) {
    Agreement.locked(agreementId).ifPresent(agreement -> publish(agreement.settle(time.now())));
  }

  /**
   * Does the deadline's work of all agreements of the owner that are past it, before they are read:
   * to the millisecond no reader sees a promise as open after its time. What somebody else is
   * changing just now is left to them.
   */
  public void settleOverdue() {
    for (var id : Agreement.overdue(time.now())) {
      Agreement.lockedUnlessHeld(id).ifPresent(agreement -> publish(agreement.settle(time.now())));
    }
  }

  public void publish(List<? extends CommitmentsEvent> events) {
    events.forEach(outbox::append);
  }
}
