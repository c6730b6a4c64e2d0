package dev.followthrough.notifications.reminder;

import dev.followthrough.events.ReminderDue;
import dev.followthrough.events.ReminderMatter;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.policy.DayReminders;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.platform.duework.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * How a reminder fares that is for a day: it lies ahead as a forecast until the service that knows
 * says that the day has come, and then goes out at the policy's time of that day, or as soon after
 * that as the quiet hours let it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class OnTheDay {

  private static final String SOMEBODY = "your contact";

  private final Outlooks outlooks;
  private final DueWork dueWork;
  private final EventLog log;
  private final Settling settling;

  OnTheDay(Outlooks outlooks, DueWork dueWork, EventLog log, Settling settling) {
    this.outlooks = outlooks;
    this.dueWork = dueWork;
    this.log = log;
    this.settling = settling;
  }

  /** Plans it by the clock and policy as they are now; one that was skipped stays so. */
  void plan(Reminder reminder, Outlook outlook) {
    var policy = policy(reminder, outlook);
    var wanted = outlook.clock().at(reminder.onDay, policy.at());
    if (reminder.skippedAt == null) {
      reminder.plan(wanted, outlook.clock(), outlook.now());
      // what the owner snoozed they want, whatever the policy
      if (!policy.on() && reminder.snoozedUntil == null) {
        reminder.withhold(Reminder.Withheld.POLICY, outlook.now());
      }
    } else if (reminder.remindAt == null) {
      reminder.moveTo(wanted, outlook.clock());
    }
    reminder.plannedBy = outlook.plan();
    reminder.persist();
    schedule(reminder);
  }

  private static DayReminders policy(Reminder reminder, Outlook outlook) {
    return reminder.kind() == ReminderKind.ASK_REVISIT
        ? outlook.policy().askRevisits()
        : outlook.policy().keepInTouch();
  }

  void cancel(Reminder reminder, Outlook outlook) {
    reminder.cancel(outlook.now());
    unschedule(reminder);
  }

  void withhold(Reminder reminder, Reminder.Withheld why, Outlook outlook) {
    reminder.withhold(why, outlook.now());
    unschedule(reminder);
  }

  void unschedule(Reminder reminder) {
    dueWork.cancel(workOf(reminder), reminder.id);
  }

  void forget(Reminder reminder) {
    unschedule(reminder);
    reminder.delete();
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
    if (settling.isSettledSinceSent(reminder)) {
      cancel(reminder, outlook);
      return;
    }
    reminder.sent(log.announce(event(reminder, outlook)), now);
  }

  private static ReminderDue event(Reminder reminder, Outlook outlook) {
    return new ReminderDue(
        reminder.id,
        reminder.kind() == ReminderKind.ASK_REVISIT
            ? ReminderMatter.ASK_REVISIT
            : ReminderMatter.KEEP_IN_TOUCH,
        reminder.contact(),
        reminder.name == null ? SOMEBODY : reminder.name,
        reminder.onDay,
        reminder.words,
        reminder.question,
        outlook.clock().zone().getId());
  }

  /** A forecast waits for its day to come; only then it goes out. */
  private void schedule(Reminder reminder) {
    if (reminder.isPlanned() && reminder.hasCome()) {
      dueWork.schedule(workOf(reminder), reminder.id, reminder.remindAt);
    } else {
      unschedule(reminder);
    }
  }

  private static String workOf(Reminder reminder) {
    return reminder.kind() == ReminderKind.ASK_REVISIT
        ? AskReminders.KIND
        : KeepInTouchReminders.KIND;
  }
}
