package dev.followthrough.notifications.diary;

import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Keeps the diary by what contacts-service tells of meetings, people and turns. */
@ApplicationScoped
class DiaryListener implements EventListener {

  private final Diary diary;
  private final Turns turns;
  private final EventLog log;
  private final Tombstones tombstones;

  DiaryListener(Diary diary, Turns turns, EventLog log, Tombstones tombstones) {
    this.diary = diary;
    this.turns = turns;
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions all) {
    on(all, MeetingScheduled.class, (e, record) -> meet(ToldMeeting.of(e), record));
    on(all, MeetingChanged.class, this::changed);
    on(all, MeetingHeld.class, (e, record) -> meet(ToldMeeting.of(e), record));
    on(all, MeetingCancelled.class, (e, _) -> diary.cancelMeeting(e.meetingId(), true));
    on(all, MeetingVoided.class, (e, _) -> diary.cancelMeeting(e.meetingId(), true));
    on(all, MeetingVoidReverted.class, (e, _) -> diary.cancelMeeting(e.meetingId(), false));
    on(all, ContactChanged.class, (e, _) -> diary.rename(e.contactId(), e.name()));
    on(all, ContactRemoved.class, (e, _) -> diary.remove(e.contactId()));
    on(all, ContactRestored.class, (e, _) -> diary.restore(e.contactId(), e.name()));
    on(
        all,
        KeepInTouchPlanned.class,
        (e, record) -> turns.plan(e, contact -> isErased(contact, record)));
  }

  /** The diary is written under the log's lock: one at a time for each owner. */
  private <E> void on(Subscriptions all, Class<E> type, BiConsumer<E, EventRecord> then) {
    all.on(
        type,
        (event, record) -> {
          log.lock();
          then.accept(event, record);
        });
  }

  private void changed(MeetingChanged event, EventRecord record) {
    if (event.moves()) {
      meet(ToldMeeting.of(event), record);
    } else {
      diary.place(ToldMeeting.of(event));
    }
  }

  private void meet(ToldMeeting meeting, EventRecord record) {
    var left = meeting.people().stream().filter(one -> !isErased(one.contactId(), record)).toList();
    if (!left.isEmpty()) {
      diary.meet(meeting.with(left));
    }
  }

  private boolean isErased(UUID contactId, EventRecord record) {
    return tombstones.covers("contact/" + contactId, record.time());
  }
}
