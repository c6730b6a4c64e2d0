package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.UUID;

/**
 * Plans the reminders of agreements, has each sent once and cancels what is done. Whoever decides
 * about the reminders of an agreement holds the lock of its deadline, and the ledger's row says
 * what was decided.
 *
 * <p>A deadline nearer than a lead still gets a reminder: what is already late when it is planned
 * goes out, as one, with the first promise, and without one when half of the time that was left has
 * gone by. An outage makes a reminder late, never lost, and several late ones become one.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AgreementReminders {

  static final String KIND = "reminder";

  /** Until then the agreement's end is awaited after a miss, so that one reminder names it all. */
  private static final Duration GATHERING = Duration.ofSeconds(10);

  private final Deadlines deadlines;
  private final DueWork dueWork;
  private final AgreementSender sender;
  private final Outlooks outlooks;
  private final BusinessTime time;

  AgreementReminders(
      Deadlines deadlines,
      DueWork dueWork,
      AgreementSender sender,
      Outlooks outlooks,
      BusinessTime time) {
    this.deadlines = deadlines;
    this.dueWork = dueWork;
    this.sender = sender;
    this.outlooks = outlooks;
    this.time = time;
  }

  /**
   * Plans what lies ahead of an agreement, anew if it was planned before: by its deadline, and by
   * the owner's clock and policy as they are now. What was sent or skipped stays as it is.
   */
  void plan(UUID agreementId) {
    deadlines.lock(agreementId).ifPresent(deadline -> plan(deadline, outlooks.now()));
  }

  private void plan(AgreementDeadline deadline, Outlook outlook) {
    if (!deadline.closed() && deadline.dueAt().isAfter(outlook.now())) {
      planBefore(deadline, outlook);
    }
    Ledger.ofAgreement(deadline.agreementId()).stream()
        .filter(Reminder::isPlanned)
        .filter(reminder -> !reminder.isBefore() || reminder.repeats != null)
        .forEach(reminder -> plan(reminder, deadline, outlook));
    Ledger.ofAgreement(deadline.agreementId()).stream()
        .filter(Reminder::isPlanned)
        .forEach(reminder -> reminder.plannedBy = outlook.plan());
    deadlines.planned(deadline.agreementId(), outlook.plan());
  }

  private void planBefore(AgreementDeadline deadline, Outlook outlook) {
    var known =
        Ledger.ofAgreement(deadline.agreementId()).stream()
            .filter(reminder -> reminder.isBefore() && reminder.repeats == null)
            .toList();
    var occurrences =
        Occurrences.of(
            known,
            outlook.policy().promiseLeads(),
            deadline.dueAt(),
            outlook.now(),
            lead -> NewReminder.before(deadline, lead));
    occurrences.needless().forEach(sender::cancel);
    occurrences.ahead().forEach(reminder -> plan(reminder, deadline, outlook));
  }

  /** Plans one again, as its owner snoozes it. */
  void snooze(Reminder reminder) {
    deadlines
        .lock(reminder.agreementId)
        .ifPresent(deadline -> plan(reminder, deadline, outlooks.now()));
  }

  /** What the owner does not want; the others of its deadline stay. */
  void unschedule(Reminder reminder) {
    dueWork.cancel(KIND, reminder.id);
  }

  private void plan(Reminder reminder, AgreementDeadline deadline, Outlook outlook) {
    reminder.planFor(deadline.dueAt(), outlook);
    reminder.persist();
    dueWork.schedule(KIND, reminder.id, reminder.remindAt);
  }

  /** Something was promised: what is already late need not wait any longer. */
  void promised(UUID agreementId) {
    deadlines
        .lock(agreementId)
        .ifPresent(deadline -> sender.sendBefore(deadline, one -> one.isLate(time.now())));
  }

  /** Something was missed: a reminder is due as soon as all of the agreement has found its end. */
  void missed(UUID agreementId) {
    deadlines
        .lock(agreementId)
        .filter(_ -> Ledger.ofAgreement(agreementId).stream().noneMatch(Reminder::isOfMiss))
        .ifPresent(
            deadline -> {
              var outlook = outlooks.now();
              var reminder = NewReminder.afterMiss(deadline);
              reminder.plan(outlook.now().plus(GATHERING), outlook.clock(), outlook.now());
              reminder.persist();
              dueWork.schedule(KIND, reminder.id, reminder.remindAt);
            });
  }

  /** The agreement is over: what was missed is said now, and nothing comes near any more. */
  void closed(UUID agreementId) {
    deadlines
        .lock(agreementId)
        .ifPresent(
            deadline -> {
              Ledger.ofAgreement(agreementId).stream()
                  .filter(one -> one.isPlanned() && one.isBefore())
                  .forEach(sender::cancel);
              sender.sendMissed(deadline, one -> one.repeats == null && one.snoozedUntil == null);
            });
  }

  /** Does what is due; what was settled meanwhile is no matter any more. */
  void run(Reminder reminder) {
    deadlines
        .lock(reminder.agreementId)
        .ifPresent(
            deadline -> {
              if (reminder.isBefore()) {
                sender.sendBefore(deadline, one -> one.id.equals(reminder.id));
              } else {
                sender.sendMissed(deadline, one -> one.id.equals(reminder.id));
              }
            });
  }

  void forget(UUID agreementId) {
    Ledger.ofAgreement(agreementId)
        .forEach(
            reminder -> {
              dueWork.cancel(KIND, reminder.id);
              reminder.delete();
            });
  }
}
