package dev.followthrough.contacts.owed;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.CommitmentApologised;
import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentLapsed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentVoided;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Keeps the copy of what is owed. A denied delivery was none; it is owed no more all the same. */
@ApplicationScoped
class OwedListener implements EventListener {

  private final Owing owing;
  private final Tombstones tombstones;

  OwedListener(Owing owing, Tombstones tombstones) {
    this.owing = owing;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions all) {
    all.on(AgreementOpened.class, this::opened);
    all.on(AgreementChanged.class, e -> owing.move(e.agreementId(), e.dueAt()));
    all.on(AgreementVoided.class, e -> owing.drop(e.agreementId()));
    all.on(CommitmentWorded.class, e -> owing.word(e));
    all.on(CommitmentPromised.class, e -> owing.promise(e));
    all.on(CommitmentDeclined.class, e -> owing.end(e.commitmentId(), List.of(e.by())));
    all.on(CommitmentDelivered.class, e -> owing.end(e.commitmentId(), List.of(e.by())));
    all.on(CommitmentLapsed.class, e -> owing.end(e.commitmentId(), e.by()));
    all.on(CommitmentVoided.class, e -> owing.end(e.commitmentId(), e.by()));
    all.on(CommitmentMissed.class, e -> owing.miss(e));
    all.on(CommitmentCorrected.class, e -> owing.forgive(e.commitmentId(), e.by()));
    all.on(CommitmentApologised.class, e -> owing.forgive(e.commitmentId(), e.by()));
  }

  private void opened(AgreementOpened event, EventRecord record) {
    owing.open(event, contactId -> !tombstones.covers("contact/" + contactId, record.time()));
  }
}
