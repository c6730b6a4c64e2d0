package dev.followthrough.commitments.deadline;

import dev.followthrough.commitments.agreement.Agreement;
import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.AgreementView;
import dev.followthrough.commitments.reading.AgreementViews;
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
 * Sees to it that each agreement's deadline does its work, and makes it earlier where that may be.
 */
@ApplicationScoped
public class Deadlines implements DueHandler {

  private static final String KIND = "agreement-deadline";

  /** The due instant itself is still in time; a deadline has passed at the next tick. */
  private static final Duration TICK = Duration.ofMillis(1);

  private final AgreementChanges changes;
  private final AgreementViews views;
  private final DueWork dueWork;
  private final Preconditions preconditions;

  Deadlines(
      AgreementChanges changes,
      AgreementViews views,
      DueWork dueWork,
      Preconditions preconditions) {
    this.changes = changes;
    this.views = views;
    this.dueWork = dueWork;
    this.preconditions = preconditions;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void schedule(Agreement agreement) {
    dueWork.schedule(KIND, agreement.id, agreement.dueAt().plus(TICK));
  }

  @Transactional
  AgreementView change(UUID agreementId, MergePatch<DeadlineFields> patch) {
    var changed =
        changes.of(
            agreementId,
            (agreement, now) -> {
              preconditions.requireMatchOf(views.of(agreement));
              var fields = patch.applyTo(new DeadlineFields(agreement.dueAt()));
              return agreement.dueEarlier(fields.dueAt(), now);
            });
    if (changed.isOpen()) {
      schedule(changed);
    }
    return views.of(changed);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID agreementId, Instant dueAt) {
    changes.settle(agreementId);
  }
}
