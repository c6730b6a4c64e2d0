package dev.followthrough.contacts.merge;

import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears that commitments-service has followed a merge: its events name the other from then on. */
@ApplicationScoped
class MergeListener implements EventListener {

  private final Merges merges;

  MergeListener(Merges merges) {
    this.merges = merges;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.onAlone(CommitmentsMoved.class, (e, _) -> merges.moved(e));
  }
}
