package dev.followthrough.notifications.reminder;

import dev.followthrough.events.AssessmentDue;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.platform.duework.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Reminders to assess what came of an agreement, before the 14 days after its deadline are over.
 * They are planned once there is something to assess, one event names all of it, and they are
 * cancelled when nothing is left.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AssessmentReminders {

  static final String KIND = "reminder-to-assess";

  /** So long after its deadline what came of an agreement can be assessed (the rule is B5's). */
  private static final Duration OPEN = Duration.ofDays(14);

  private final Deadlines deadlines;
  private final Outlooks outlooks;
  private final DueWork dueWork;
  private final EventLog log;

  AssessmentReminders(Deadlines deadlines, Outlooks outlooks, DueWork dueWork, EventLog log) {
    this.deadlines = deadlines;
    this.outlooks = outlooks;
    this.dueWork = dueWork;
    this.log = log;
  }

  /** Plans them by what is to be assessed now, and by the clock and policy as they are now. */
  void review(UUID agreementId) {
    deadlines.lock(agreementId).ifPresent(deadline -> review(deadline, outlooks.now()));
  }

  private void review(AgreementDeadline deadline, Outlook outlook) {
    var all = Ledger.toAssess(deadline.agreementId());
    if (deadlines.toAssess(deadline.agreementId()).isEmpty()) {
      all.stream().filter(Reminder::isPlanned).forEach(one -> cancel(one, outlook));
      return;
    }
    var until = deadline.dueAt().plus(OPEN);
    if (until.isAfter(outlook.now())) {
      var occurrences =
          Occurrences.of(
              all.stream().filter(one -> one.repeats == null).toList(),
              outlook.policy().assessments().leads(),
              until,
              outlook.now(),
              lead -> NewReminder.toAssess(deadline, until, lead));
      occurrences.needless().forEach(one -> cancel(one, outlook));
      occurrences.ahead().forEach(one -> plan(one, until, outlook));
    }
    all.stream()
        .filter(one -> one.isPlanned() && one.repeats != null)
        .forEach(one -> plan(one, until, outlook));
    all.stream().filter(Reminder::isPlanned).forEach(one -> one.plannedBy = outlook.plan());
  }

  void snooze(Reminder reminder) {
    plan(reminder, reminder.dueAt, outlooks.now());
  }

  private void plan(Reminder reminder, Instant until, Outlook outlook) {
    reminder.planFor(until, outlook);
    reminder.persist();
    dueWork.schedule(KIND, reminder.id, reminder.remindAt);
  }

  private void cancel(Reminder reminder, Outlook outlook) {
    reminder.cancel(outlook.now());
    unschedule(reminder);
  }

  void unschedule(Reminder reminder) {
    dueWork.cancel(KIND, reminder.id);
  }

  void forget(UUID agreementId) {
    for (var reminder : Ledger.toAssess(agreementId)) {
      unschedule(reminder);
      reminder.delete();
    }
  }

  void run(UUID reminderId) {
    Ledger.ofId(reminderId)
        .filter(Reminder::isPlanned)
        .ifPresent(
            reminder ->
                deadlines
                    .lock(reminder.subjectId)
                    .ifPresent(deadline -> send(reminder, deadline, outlooks.now())));
  }

  private void send(Reminder reminder, AgreementDeadline deadline, Outlook outlook) {
    var now = outlook.now();
    var moment =
        reminder.remindAt.isAfter(now)
            ? reminder.remindAt
            : ReminderMoment.of(now, reminder.dueAt, outlook.clock(), now);
    if (moment.isAfter(now)) {
      reminder.moveTo(moment, outlook.clock());
      dueWork.schedule(KIND, reminder.id, moment);
      return;
    }
    var due =
        Ledger.toAssess(deadline.agreementId()).stream()
            .filter(one -> one.isPlanned() && !one.remindAt.isAfter(now))
            .toList();
    var open = deadlines.toAssess(deadline.agreementId());
    if (open.isEmpty() || now.isAfter(reminder.dueAt)) {
      due.forEach(one -> cancel(one, outlook));
      return;
    }
    var event = log.announce(event(reminder, deadline, outlook, lead(due), open));
    for (var one : due) {
      one.sent(event, now);
      unschedule(one);
    }
  }

  private static Duration lead(List<Reminder> due) {
    return due.stream().map(Reminder::lead).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static AssessmentDue event(
      Reminder reminder,
      AgreementDeadline deadline,
      Outlook outlook,
      Duration lead,
      List<OpenCommitment> open) {
    return new AssessmentDue(
        deadline.agreementId(),
        deadline.meetingId(),
        reminder.dueAt,
        outlook.clock().show(reminder.dueAt),
        outlook.clock().zone().getId(),
        lead.toString(),
        open);
  }
}
