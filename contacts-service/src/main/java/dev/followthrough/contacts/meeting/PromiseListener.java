package dev.followthrough.contacts.meeting;

import dev.followthrough.events.AgreementVoidRefused;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Learns from commitments-service in which meetings something was promised. */
@ApplicationScoped
class PromiseListener implements EventListener {

  private final PromisedMeetings promised;

  PromiseListener(PromisedMeetings promised) {
    this.promised = promised;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(CommitmentPromised.class, event -> promised.note(event.meetingId()));
    subscriptions.on(AgreementVoidRefused.class, event -> promised.refuseVoid(event.meetingId()));
  }
}
