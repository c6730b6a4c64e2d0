package dev.followthrough.notifications.reminder;

import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.events.ReminderDue;
import dev.followthrough.events.ReminderMatter;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.platform.duework.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reminders of the days for keeping in touch. The plan of the next 14 days says what is coming, and
 * the next plan takes its place: a <em>forecast</em>, of which each contact has one at most. When
 * the day has come and says why to write, the reminder goes out at the policy's time of that day,
 * unless there is a touch or a meeting first.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class KeepInTouchReminders {

  static final String KIND = "reminder-of-a-day";

  private final Outlooks outlooks;
  private final DueWork dueWork;
  private final EventLog log;

  KeepInTouchReminders(Outlooks outlooks, DueWork dueWork, EventLog log) {
    this.outlooks = outlooks;
    this.dueWork = dueWork;
    this.log = log;
  }

  /** Takes the place of the forecasts before, for contacts that are not erased. */
  void forecast(KeepInTouchPlanned plan, Predicate<UUID> isErased) {
    var outlook = outlooks.now();
    var before =
        Ledger.forecasts().stream()
            .collect(Collectors.toMap(one -> one.contactId, Function.identity(), (a, _) -> a));
    for (var touch : plan.touches()) {
      var known = before.remove(touch.contactId());
      if (!isErased.test(touch.contactId()) && !isDue(touch, known)) {
        var reminder = known == null ? Reminder.toKeepInTouch(touch.contactId()) : known;
        if (!touch.on().equals(reminder.onDay)) {
          reminder.snoozedUntil = null;
        }
        reminder.name = touch.name();
        reminder.onDay = touch.on();
        plan(reminder, outlook);
      }
    }
    before.values().stream().filter(one -> one.skippedAt == null).forEach(Reminder::delete);
  }

  /** Whether its day has come already: its reminder went out, or is still to go out. */
  private static boolean isDue(PlannedTouch touch, Reminder forecast) {
    return forecast == null
        && Ledger.ofContact(touch.contactId()).stream()
            .anyMatch(
                one ->
                    one.isPlanned() && one.words != null
                        || one.eventId != null && !one.onDay.isBefore(touch.on()));
  }

  /** The day has come, and this is why to write. */
  void due(KeepInTouchDue event) {
    var outlook = outlooks.now();
    var reminder =
        Ledger.ofContact(event.contactId()).stream()
            .filter(one -> one.eventId == null && one.repeats == null)
            .filter(one -> one.words == null || one.isPlanned())
            .findFirst()
            .orElseGet(() -> Reminder.toKeepInTouch(event.contactId()));
    reminder.name = event.name();
    reminder.onDay = event.on();
    reminder.words = event.words();
    reminder.question = event.question();
    plan(reminder, outlook);
  }

  /** Plans it by the clock and policy as they are now; one that was skipped stays so. */
  void plan(Reminder reminder, Outlook outlook) {
    var policy = outlook.policy().keepInTouch();
    var wanted = outlook.clock().at(reminder.onDay, policy.at());
    if (reminder.skippedAt == null) {
      reminder.plan(wanted, outlook.clock(), outlook.now());
      // what the owner snoozed they want, whatever the policy
      if (!policy.on() && reminder.snoozedUntil == null) {
        reminder.cancel(outlook.now());
      }
    } else if (reminder.remindAt == null) {
      reminder.moveTo(wanted, outlook.clock());
    }
    reminder.plannedBy = outlook.plan();
    reminder.persist();
    schedule(reminder);
  }

  void snooze(Reminder reminder) {
    plan(reminder, outlooks.now());
  }

  /** Those whose plan is an older one, some of them. */
  List<Reminder> notPlannedBy(String plan, int limit) {
    return Ledger.forDaysNotPlannedBy(plan, limit);
  }

  void unschedule(Reminder reminder) {
    dueWork.cancel(KIND, reminder.id);
  }

  /** The owner was in touch, or the contact is gone: nothing is left to be reminded of. */
  void done(UUID contactId) {
    var now = outlooks.now().now();
    for (var reminder : Ledger.ofContact(contactId)) {
      if (reminder.isPlanned() && reminder.words != null) {
        reminder.cancel(now);
        unschedule(reminder);
      }
    }
  }

  /** The contact was removed: what was to come is not to come. */
  void gone(UUID contactId) {
    done(contactId);
    Ledger.ofContact(contactId).stream()
        .filter(one -> one.words == null && one.eventId == null)
        .forEach(Reminder::delete);
  }

  void forget(UUID contactId) {
    for (var reminder : Ledger.ofContact(contactId)) {
      unschedule(reminder);
      reminder.delete();
    }
  }

  /** Sends one when its time has come. */
  void run(UUID reminderId) {
    Ledger.ofId(reminderId).filter(Reminder::isPlanned).ifPresent(this::send);
  }

  private void send(Reminder reminder) {
    var outlook = outlooks.now();
    var now = outlook.now();
    if (reminder.remindAt.isAfter(now)) {
      schedule(reminder);
      return;
    }
    var moment = ReminderMoment.of(now, null, outlook.clock(), now);
    if (moment.isAfter(now)) {
      reminder.moveTo(moment, outlook.clock());
      schedule(reminder);
      return;
    }
    var event =
        new ReminderDue(
            reminder.id,
            ReminderMatter.KEEP_IN_TOUCH,
            reminder.contactId,
            reminder.name,
            reminder.onDay,
            reminder.words,
            reminder.question,
            outlook.clock().zone().getId());
    reminder.sent(log.announce(event), now);
  }

  /** A forecast waits for its day to come; only then it goes out. */
  private void schedule(Reminder reminder) {
    if (reminder.isPlanned() && reminder.words != null) {
      dueWork.schedule(KIND, reminder.id, reminder.remindAt);
    } else {
      unschedule(reminder);
    }
  }
}
