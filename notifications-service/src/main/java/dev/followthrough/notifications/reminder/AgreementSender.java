package dev.followthrough.notifications.reminder;

import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentDeadlinePassed;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Says what a reminder says, all that is open or was missed of the agreement, and settles its line
 * of the ledger; or cancels it when there is nothing to say. In quiet hours it waits for their end,
 * unless that is too late. The caller holds the deadline.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AgreementSender {

  private final Deadlines deadlines;
  private final DueWork dueWork;
  private final EventLog log;
  private final Outlooks outlooks;
  private final BusinessTime time;

  AgreementSender(
      Deadlines deadlines, DueWork dueWork, EventLog log, Outlooks outlooks, BusinessTime time) {
    this.deadlines = deadlines;
    this.dueWork = dueWork;
    this.log = log;
    this.outlooks = outlooks;
    this.time = time;
  }

  /**
   * Sends those before the deadline whose time has come, and these, as one; cancels them when
   * nothing is open.
   */
  void sendBefore(AgreementDeadline deadline, Predicate<Reminder> these) {
    var outlook = outlooks.now();
    var due = due(deadline, outlook, these.and(Reminder::isBefore), Reminder::isBefore);
    if (due.isEmpty()) {
      return;
    }
    var leads = due.stream().map(Reminder::lead).toList();
    var open =
        deadlines.open(deadline.agreementId()).stream()
            .filter(one -> leads.stream().anyMatch(lead -> reminds(outlook, one, lead)))
            .toList();
    if (deadline.closed() || open.isEmpty()) {
      due.forEach(this::cancel);
      return;
    }
    if (waits(due, outlook)) {
      return;
    }
    settle(
        due,
        log.announce(
            new CommitmentDeadlineApproaching(
                deadline.agreementId(),
                deadline.meetingId(),
                deadline.dueAt(),
                outlook.clock().show(deadline.dueAt()),
                outlook.clock().zone().getId(),
                leads.stream().min(Comparator.naturalOrder()).orElseThrow().toString(),
                open)));
  }

  /** Says what was missed, if that is still to be said. */
  void sendMissed(AgreementDeadline deadline, Predicate<Reminder> these) {
    var outlook = outlooks.now();
    Predicate<Reminder> ofMisses = one -> one.timing() == ReminderTiming.AFTER_MISS;
    var due = due(deadline, outlook, these.and(ofMisses), ofMisses);
    if (due.isEmpty()) {
      return;
    }
    var missed =
        deadlines.missed(deadline.agreementId()).stream()
            .filter(one -> remindsOfMiss(outlook, one))
            .toList();
    if (missed.isEmpty()) {
      due.forEach(this::cancel);
      return;
    }
    if (waits(due, outlook)) {
      return;
    }
    settle(
        due,
        log.announce(
            new CommitmentDeadlinePassed(
                deadline.agreementId(),
                deadline.meetingId(),
                deadline.dueAt(),
                outlook.clock().show(deadline.dueAt()),
                outlook.clock().zone().getId(),
                missed)));
  }

  void cancel(Reminder reminder) {
    reminder.cancel(time.now());
    dueWork.cancel(AgreementReminders.KIND, reminder.id);
  }

  /** These, and with them all of their kind whose time has come; none without any of these. */
  private static List<Reminder> due(
      AgreementDeadline deadline,
      Outlook outlook,
      Predicate<Reminder> these,
      Predicate<Reminder> kind) {
    var planned =
        Ledger.ofAgreement(deadline.agreementId()).stream().filter(Reminder::isPlanned).toList();
    if (planned.stream().noneMatch(these)) {
      return List.of();
    }
    return planned.stream()
        .filter(these.or(kind.and(one -> !one.remindAt.isAfter(outlook.now()))))
        .toList();
  }

  /** In quiet hours they move to the end together; true if they do. */
  private boolean waits(List<Reminder> due, Outlook outlook) {
    var now = outlook.now();
    var moment = ReminderMoment.of(now, due.getFirst().comesBefore(), outlook.clock(), now);
    if (!moment.isAfter(now)) {
      return false;
    }
    for (var reminder : due) {
      reminder.moveTo(moment, outlook.clock());
      dueWork.schedule(AgreementReminders.KIND, reminder.id, moment);
    }
    return true;
  }

  private static boolean reminds(Outlook outlook, OpenCommitment open, Duration lead) {
    return open.by().stream().anyMatch(party -> outlook.policy().reminds(party.isOwner(), lead));
  }

  private static boolean remindsOfMiss(Outlook outlook, OpenCommitment missed) {
    return missed.by().stream()
        .anyMatch(party -> outlook.policy().remindsOfMisses(party.isOwner()));
  }

  private void settle(List<Reminder> due, UUID event) {
    for (var reminder : due) {
      reminder.sent(event, time.now());
      dueWork.cancel(AgreementReminders.KIND, reminder.id);
    }
  }
}
