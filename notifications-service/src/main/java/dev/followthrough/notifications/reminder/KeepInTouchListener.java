package dev.followthrough.notifications.reminder;

import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Keeps the reminders of days for keeping in touch by what contacts-service tells. */
@ApplicationScoped
class KeepInTouchListener implements EventListener {

  private final KeepInTouchReminders reminders;
  private final EventLog log;
  private final Tombstones tombstones;

  KeepInTouchListener(KeepInTouchReminders reminders, EventLog log, Tombstones tombstones) {
    this.reminders = reminders;
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions all) {
    on(all, KeepInTouchPlanned.class, this::planned);
    on(all, KeepInTouchDue.class, this::due);
    on(all, TouchRecorded.class, (e, _) -> reminders.done(e.contactId()));
    on(
        all,
        MeetingHeld.class,
        (e, _) -> e.participants().forEach(person -> reminders.done(person.contactId())));
    on(all, ContactRemoved.class, (e, _) -> reminders.gone(e.contactId()));
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

  private void planned(KeepInTouchPlanned event, EventRecord record) {
    var people = event.touches().stream().map(touch -> subject(touch.contactId())).toList();
    var someErased = tombstones.coversAny(people, record.time());
    reminders.forecast(
        event, contact -> someErased && tombstones.covers(subject(contact), record.time()));
  }

  private void due(KeepInTouchDue event, EventRecord record) {
    if (!tombstones.covers(subject(event.contactId()), record.time())) {
      reminders.due(event);
    }
  }

  private static String subject(UUID contactId) {
    return "contact/" + contactId;
  }
}
