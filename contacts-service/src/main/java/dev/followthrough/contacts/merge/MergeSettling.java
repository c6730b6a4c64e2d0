package dev.followthrough.contacts.merge;

import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** A merge that was not undone within 30 days holds for good. */
@ApplicationScoped
class MergeSettling implements DueHandler {

  private final Merges merges;

  MergeSettling(Merges merges) {
    this.merges = merges;
  }

  @Override
  public String kind() {
    return Merges.SETTLE;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void run(UUID mergeId, Instant dueAt) {
    merges.settle(mergeId);
  }
}
