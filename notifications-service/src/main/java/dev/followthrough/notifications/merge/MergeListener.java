package dev.followthrough.notifications.merge;

import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.BiConsumer;

/** Hears of merges. They touch rows of all kinds, so nobody else works for the owner meanwhile. */
@ApplicationScoped
class MergeListener implements EventListener {

  private final Merges merges;
  private final EventLog log;

  MergeListener(Merges merges, EventLog log) {
    this.merges = merges;
    this.log = log;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts", "commitments");
  }

  @Override
  public void register(Subscriptions all) {
    on(all, ContactMerged.class, (e, record) -> merges.merged(e, record.time()));
    on(all, ContactUnmerged.class, (e, _) -> merges.unmerged(e));
    on(all, CommitmentsMoved.class, (e, _) -> merges.moved(e));
  }

  /** What is heard here changes reminders and the diary, which come after the log's lock. */
  private <E> void on(Subscriptions all, Class<E> type, BiConsumer<E, EventRecord> then) {
    all.onAlone(
        type,
        (event, record) -> {
          log.lock();
          then.accept(event, record);
        });
  }
}
