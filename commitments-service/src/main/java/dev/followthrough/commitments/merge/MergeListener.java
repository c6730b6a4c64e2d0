package dev.followthrough.commitments.merge;

import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears of merges. They touch rows of all kinds, so nobody else works for the owner meanwhile. */
@ApplicationScoped
class MergeListener implements EventListener {

  private final Merges merges;

  MergeListener(Merges merges) {
    this.merges = merges;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.onAlone(ContactMerged.class, (e, record) -> merges.merged(e, record.time()));
    subscriptions.onAlone(ContactUnmerged.class, (e, _) -> merges.unmerged(e));
  }
}
