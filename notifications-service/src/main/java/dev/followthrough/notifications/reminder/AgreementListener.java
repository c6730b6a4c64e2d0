package dev.followthrough.notifications.reminder;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AgreementVoided;
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
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the copy of the owner's agreements, and the reminders by it. */
@ApplicationScoped
class AgreementListener implements EventListener {

  private final Deadlines deadlines;
  private final Reminders reminders;
  private final Tombstones tombstones;

  AgreementListener(Deadlines deadlines, Reminders reminders, Tombstones tombstones) {
    this.deadlines = deadlines;
    this.reminders = reminders;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts", "commitments");
  }

  @Override
  public void register(Subscriptions on) {
    on.on(AgreementOpened.class, this::opened);
    on.on(AgreementChanged.class, this::changed);
    on.on(AgreementClosed.class, this::closed);
    on.on(AgreementVoided.class, this::voided);
    on.on(CommitmentWorded.class, deadlines::word);
    on.on(CommitmentPromised.class, this::promised);
    on.on(CommitmentDeclined.class, e -> deadlines.release(e.commitmentId(), e.by(), false));
    on.on(
        CommitmentDelivered.class, e -> deadlines.release(e.commitmentId(), e.by(), e.complete()));
    on.on(CommitmentDisputed.class, e -> deadlines.release(e.commitmentId(), e.by(), false));
    on.on(CommitmentMissed.class, this::missed);
    on.on(CommitmentCorrected.class, e -> deadlines.correct(e.commitmentId(), e.by()));
    on.on(CommitmentLapsed.class, e -> deadlines.closeCommitment(e.commitmentId()));
    on.on(CommitmentVoided.class, e -> deadlines.closeCommitment(e.commitmentId()));
    on.on(ProfileChanged.class, e -> deadlines.live(e.timeZone()));
  }

  private void opened(AgreementOpened event, EventRecord record) {
    var people =
        event.participants().stream()
            .map(Participant::contactId)
            .map(contact -> "contact/" + contact)
            .toList();
    if (!tombstones.coversAny(people, record.time())) {
      reminders.plan(deadlines.open(event));
    }
  }

  private void changed(AgreementChanged event) {
    deadlines.move(event);
    reminders.move(event.agreementId());
  }

  private void promised(CommitmentPromised event) {
    deadlines.promise(event);
    reminders.promised(event.agreementId());
  }

  private void missed(CommitmentMissed event) {
    deadlines.miss(event);
    reminders.missed(event.agreementId());
  }

  private void closed(AgreementClosed event) {
    deadlines.close(event.agreementId());
    reminders.closed(event.agreementId());
  }

  private void voided(AgreementVoided event) {
    deadlines.drop(event.agreementId());
    reminders.closed(event.agreementId());
  }
}
