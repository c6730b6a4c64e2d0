package dev.followthrough.commitments.deadline;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.AgreementView;
import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.agreement.Agreements.Deadline;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Sees to it that each agreement's deadline does its work, and makes it earlier where it may be.
 */
@ApplicationScoped
public class Deadlines implements DueHandler {

  private static final String KIND = "agreement-deadline";

  /** The due instant itself is still in time; a deadline has passed at the next tick. */
  private static final Duration TICK = Duration.ofMillis(1);

  private final Agreements agreements;
  private final AgreementReads reads;
  private final DueWork dueWork;
  private final Preconditions preconditions;

  Deadlines(
      Agreements agreements, AgreementReads reads, DueWork dueWork, Preconditions preconditions) {
    this.agreements = agreements;
    this.reads = reads;
    this.dueWork = dueWork;
    this.preconditions = preconditions;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void schedule(Deadline deadline) {
    dueWork.schedule(KIND, deadline.agreementId(), deadline.dueAt().plus(TICK));
  }

  @Transactional
  AgreementView change(UUID agreementId, MergePatch<DeadlineFields> patch) {
    // the deadline's work holds its own row before the agreement's
    dueWork.hold(KIND, agreementId);
    agreements
        .dueEarlier(
            agreementId,
            preconditions::requireMatchOf,
            dueAt -> patch.applyTo(new DeadlineFields(dueAt)).dueAt())
        .ifPresent(this::schedule);
    return reads.agreement(agreementId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID agreementId, Instant dueAt) {
    agreements.settle(agreementId);
  }
}
