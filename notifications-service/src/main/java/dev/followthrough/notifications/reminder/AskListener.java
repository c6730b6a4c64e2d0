package dev.followthrough.notifications.reminder;

import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.events.AskRevisitDue;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Keeps the reminders of asks to come back to by what came of the asks, and by their contacts. */
@ApplicationScoped
class AskListener implements EventListener {

  private final AskReminders reminders;
  private final EventLog log;
  private final Tombstones tombstones;

  AskListener(AskReminders reminders, EventLog log, Tombstones tombstones) {
    this.reminders = reminders;
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments", "contacts");
  }

  @Override
  public void register(Subscriptions all) {
    on(all, AskDeferred.class, this::deferred);
    on(all, AskRevisitDue.class, this::come);
    on(all, AskAnswered.class, (e, _) -> reminders.settled(e.touchId()));
    on(all, AskGranted.class, (e, _) -> reminders.settled(e.touchId()));
    on(all, AskDeclined.class, (e, _) -> reminders.settled(e.touchId()));
    on(all, AskLost.class, (e, _) -> reminders.settled(e.touchId()));
    on(all, AskLetGo.class, (e, _) -> reminders.settled(e.touchId()));
    on(all, AskRemoved.class, (e, _) -> removed(e));
    on(all, ContactAdded.class, (e, _) -> reminders.called(e.contactId(), e.name()));
    on(all, ContactChanged.class, (e, _) -> reminders.called(e.contactId(), e.name()));
    on(all, ContactRemoved.class, (e, _) -> reminders.removed(e.contactId()));
    on(all, ContactRestored.class, (e, _) -> restored(e));
  }

  /** What is heard here changes due work and reminders, which come after the log's lock. */
  private <E> void on(Subscriptions all, Class<E> type, BiConsumer<E, EventRecord> then) {
    all.on(
        type,
        (event, record) -> {
          log.lock();
          then.accept(event, record);
        });
  }

  private void deferred(AskDeferred event, EventRecord record) {
    if (!isErased(event.contactId(), record)) {
      reminders.deferred(event);
    }
  }

  private void come(AskRevisitDue event, EventRecord record) {
    if (!isErased(event.contactId(), record)) {
      reminders.come(event);
    }
  }

  /** An ask that was recorded in error never came back. */
  private void removed(AskRemoved event) {
    event.contacts().forEach(asked -> reminders.settled(asked.touchId()));
  }

  private void restored(ContactRestored event) {
    reminders.restored(event.contactId());
    reminders.called(event.contactId(), event.name());
  }

  private boolean isErased(UUID contactId, EventRecord record) {
    return tombstones.covers("contact/" + contactId, record.time());
  }
}
