package dev.followthrough.notifications.reminder;

import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentDeadlinePassed;
import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Says what a reminder says, all that is open or was missed of the agreement, and settles its line
 * of the ledger; or cancels it when there is nothing to say. The caller holds the deadline.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ReminderSender {

  private final Deadlines deadlines;
  private final DueWork dueWork;
  private final EventLog log;
  private final BusinessTime time;

  ReminderSender(Deadlines deadlines, DueWork dueWork, EventLog log, BusinessTime time) {
    this.deadlines = deadlines;
    this.dueWork = dueWork;
    this.log = log;
    this.time = time;
  }

  /** Sends all planned ones whose time has come, as one; cancels them when nothing is open. */
  void sendBefore(AgreementDeadline deadline) {
    var now = time.now();
    var due =
        Reminder.planned(deadline.agreementId()).stream()
            .filter(reminder -> reminder.kind != ReminderKind.MISSED)
            .filter(reminder -> !reminder.remindAt.isAfter(now))
            .toList();
    if (due.isEmpty()) {
      return;
    }
    var open = deadlines.open(deadline.agreementId());
    if (deadline.closed() || open.isEmpty()) {
      due.forEach(this::cancel);
      return;
    }
    var zone = deadlines.zone();
    var event =
        log.announce(
            new CommitmentDeadlineApproaching(
                deadline.agreementId(),
                deadline.meetingId(),
                deadline.dueAt(),
                local(deadline.dueAt(), zone),
                zone.getId(),
                due.getLast().kind.lead(),
                open));
    due.forEach(reminder -> settle(reminder, event));
  }

  /** Says what was missed, if that is still to be said. */
  void sendMissed(AgreementDeadline deadline) {
    var planned =
        Reminder.of(deadline.agreementId(), ReminderKind.MISSED)
            .filter(reminder -> reminder.status == ReminderStatus.PLANNED);
    if (planned.isEmpty()) {
      return;
    }
    var missed = deadlines.missed(deadline.agreementId());
    if (missed.isEmpty()) {
      cancel(planned.get());
      return;
    }
    var zone = deadlines.zone();
    var event =
        log.announce(
            new CommitmentDeadlinePassed(
                deadline.agreementId(),
                deadline.meetingId(),
                deadline.dueAt(),
                local(deadline.dueAt(), zone),
                zone.getId(),
                missed));
    settle(planned.get(), event);
  }

  void cancel(Reminder reminder) {
    reminder.cancel(time.now());
    dueWork.cancel(Reminders.KIND, reminder.id);
  }

  private void settle(Reminder reminder, UUID event) {
    reminder.sent(event, time.now());
    dueWork.cancel(Reminders.KIND, reminder.id);
  }

  private static String local(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }
}
