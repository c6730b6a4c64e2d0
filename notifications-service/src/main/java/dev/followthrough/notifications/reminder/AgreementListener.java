package dev.followthrough.notifications.reminder;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.AssessmentGiven;
import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentDisputed;
import dev.followthrough.events.CommitmentLapsed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentVoided;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.notifications.clock.OwnerClocks;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.BiConsumer;

/** Keeps the copy of the owner's agreements, and the reminders by it. */
@ApplicationScoped
class AgreementListener implements EventListener {

  private final Deadlines deadlines;
  private final AgreementReminders reminders;
  private final AssessmentReminders assessments;
  private final OwnerClocks clocks;
  private final Replanning replanning;
  private final EventLog log;
  private final Tombstones tombstones;

  AgreementListener(
      Deadlines deadlines,
      AgreementReminders reminders,
      AssessmentReminders assessments,
      OwnerClocks clocks,
      Replanning replanning,
      EventLog log,
      Tombstones tombstones) {
    this.deadlines = deadlines;
    this.reminders = reminders;
    this.assessments = assessments;
    this.clocks = clocks;
    this.replanning = replanning;
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts", "commitments");
  }

  @Override
  public void register(Subscriptions all) {
    on(all, AgreementOpened.class, this::opened);
    on(all, AgreementChanged.class, (e, _) -> changed(e));
    on(all, AgreementClosed.class, (e, _) -> closed(e));
    on(all, AgreementVoided.class, (e, _) -> voided(e));
    on(all, CommitmentWorded.class, (e, _) -> deadlines.word(e));
    on(all, CommitmentPromised.class, (e, _) -> promised(e));
    on(all, CommitmentDeclined.class, (e, _) -> deadlines.release(e.commitmentId(), e.by(), false));
    on(all, CommitmentDelivered.class, (e, _) -> delivered(e));
    on(all, CommitmentDisputed.class, (e, _) -> disputed(e));
    on(all, CommitmentMissed.class, (e, _) -> missed(e));
    on(all, CommitmentCorrected.class, (e, _) -> corrected(e));
    on(all, AssessmentGiven.class, (e, _) -> assessed(e));
    on(all, CommitmentLapsed.class, (e, _) -> deadlines.closeCommitment(e.commitmentId()));
    on(all, CommitmentVoided.class, (e, _) -> deadlines.closeCommitment(e.commitmentId()));
    on(all, ProfileChanged.class, (e, _) -> moved(e));
  }

  /** What is heard here changes deadlines and due work, which come after the log's lock. */
  private <E> void on(Subscriptions all, Class<E> type, BiConsumer<E, EventRecord> then) {
    all.on(
        type,
        (event, record) -> {
          log.lock();
          then.accept(event, record);
        });
  }

  private void opened(AgreementOpened event, EventRecord record) {
    var people =
        event.participants().stream()
            .map(Participant::contactId)
            .map(contact -> "contact/" + contact)
            .toList();
    if (!tombstones.coversAny(people, record.time())) {
      reminders.plan(deadlines.open(event).agreementId());
    }
  }

  private void changed(AgreementChanged event) {
    deadlines.move(event);
    reminders.plan(event.agreementId());
    assessments.review(event.agreementId());
  }

  /** The owner lives by another clock: what lies ahead moves, and no deadline does. */
  private void moved(ProfileChanged event) {
    clocks.follow(event);
    replanning.replan();
  }

  private void promised(CommitmentPromised event) {
    deadlines.promise(event);
    reminders.promised(event.agreementId());
  }

  private void delivered(CommitmentDelivered event) {
    deadlines.deliver(event);
    assessments.review(event.agreementId());
  }

  private void disputed(CommitmentDisputed event) {
    deadlines.dispute(event);
    assessments.review(event.agreementId());
  }

  private void corrected(CommitmentCorrected event) {
    deadlines.correct(event.commitmentId(), event.by());
    assessments.review(event.agreementId());
  }

  private void assessed(AssessmentGiven event) {
    deadlines.assess(event);
    assessments.review(event.agreementId());
  }

  private void missed(CommitmentMissed event) {
    deadlines.miss(event);
    reminders.missed(event.agreementId());
    assessments.review(event.agreementId());
  }

  private void closed(AgreementClosed event) {
    deadlines.close(event.agreementId());
    reminders.closed(event.agreementId());
  }

  private void voided(AgreementVoided event) {
    deadlines.drop(event.agreementId());
    reminders.closed(event.agreementId());
    assessments.review(event.agreementId());
  }
}
