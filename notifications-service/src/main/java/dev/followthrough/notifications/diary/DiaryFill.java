package dev.followthrough.notifications.diary;

import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.Event;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.notifications.deadline.DeadlineChange;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.message.LoggedFacts;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Brings into the diary what was told before this version kept one: open deadlines, the plans of
 * turns and the meetings that the event log still holds, under the names that people have now. What
 * the diary has already stays as it is; doing it again changes nothing.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class DiaryFill {

  private static final int MOST = 1_000;

  private static final Set<Class<? extends Event>> TYPES =
      Set.of(
          MeetingScheduled.class,
          MeetingChanged.class,
          MeetingHeld.class,
          MeetingCancelled.class,
          MeetingVoided.class,
          MeetingVoidReverted.class,
          ContactChanged.class,
          ContactRemoved.class,
          ContactRestored.class);

  private final Diary diary;
  private final Turns turns;
  private final DueDates dueDates;
  private final Deadlines deadlines;
  private final LoggedFacts facts;
  private final EventLog log;
  private final BusinessTime time;

  DiaryFill(
      Diary diary,
      Turns turns,
      DueDates dueDates,
      Deadlines deadlines,
      LoggedFacts facts,
      EventLog log,
      BusinessTime time) {
    this.diary = diary;
    this.turns = turns;
    this.dueDates = dueDates;
    this.deadlines = deadlines;
    this.facts = facts;
    this.log = log;
    this.time = time;
  }

  public void fill() {
    log.lock();
    for (var agreement : deadlines.ahead(time.now(), MOST)) {
      dueDates.follow(new DeadlineChange(agreement, false));
    }
    fillTurns();
    var known = DiaryEntry.subjects(DiaryKind.MEETING);
    var removed = new HashSet<UUID>();
    var names = new HashMap<UUID, String>();
    for (var event : facts.of(TYPES)) {
      switch (event) {
        case ContactRemoved e -> removed.add(e.contactId());
        case ContactRestored e -> {
          removed.remove(e.contactId());
          names.put(e.contactId(), e.name());
        }
        case ContactChanged e -> names.put(e.contactId(), e.name());
        default -> {
          if (!known.contains(meetingOf(event))) {
            tell(event);
          }
        }
      }
    }
    names.forEach(diary::rename);
    removed.forEach(diary::remove);
  }

  /** Older plans say what turns there were before the last one; a diary that has turns knows. */
  private void fillTurns() {
    if (DiaryEntry.subjects(DiaryKind.KEEP_IN_TOUCH).isEmpty()) {
      for (var event : facts.of(Set.of(KeepInTouchPlanned.class))) {
        turns.plan((KeepInTouchPlanned) event, _ -> false);
        DiaryEntry.flush();
      }
    } else {
      facts.last(KeepInTouchPlanned.class).ifPresent(plan -> turns.plan(plan, _ -> false));
    }
  }

  private void tell(Event event) {
    switch (event) {
      case MeetingScheduled e -> diary.meet(ToldMeeting.of(e));
      case MeetingChanged e when e.moves() -> diary.meet(ToldMeeting.of(e));
      case MeetingChanged e -> diary.place(ToldMeeting.of(e));
      case MeetingHeld e -> diary.meet(ToldMeeting.of(e));
      case MeetingCancelled e -> diary.cancelMeeting(e.meetingId(), true);
      case MeetingVoided e -> diary.cancelMeeting(e.meetingId(), true);
      case MeetingVoidReverted e -> diary.cancelMeeting(e.meetingId(), false);
      default -> throw new IllegalArgumentException(event.getClass() + " is about no meeting");
    }
  }

  private static UUID meetingOf(Event event) {
    return UUID.fromString(event.subject().substring("meeting/".length()));
  }
}
