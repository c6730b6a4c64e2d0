package dev.followthrough.notifications.merge;

import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Forgets the ledger of a merge once the time for undoing it is over. */
@ApplicationScoped
class MergeForgetting implements DueHandler {

  private final Merges merges;

  MergeForgetting(Merges merges) {
    this.merges = merges;
  }

  @Override
  public String kind() {
    return Merges.FORGET;
  }

  @Override
  public void run(UUID mergeId, Instant dueAt) {
    merges.forget(mergeId);
  }
}
