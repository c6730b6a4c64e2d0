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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans reminders, sends each once and cancels what is done. Whoever decides about the reminders of
 * an agreement holds the lock of its deadline, and the ledger's row says what was decided.
 *
 * <p>A deadline nearer than a lead still gets a reminder: what is already late when it is planned
 * goes out, as one, with the first promise, and without one when half of the time that was left has
 * gone by. An outage makes a reminder late, never lost, and several late ones become one.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Reminders {

  static final String KIND = "reminder";

  /** Until then the agreement's end is awaited after a miss, so that one reminder names it all. */
  private static final Duration GATHERING = Duration.ofSeconds(10);

  private final Deadlines deadlines;
  private final DueWork dueWork;
  private final EventLog log;
  private final BusinessTime time;

  Reminders(Deadlines deadlines, DueWork dueWork, EventLog log, BusinessTime time) {
    this.deadlines = deadlines;
    this.dueWork = dueWork;
    this.log = log;
    this.time = time;
  }

  @Transactional
  List<Reminder> list(
      ReminderStatus status, Optional<Instant> afterAt, Optional<UUID> afterId, int limit) {
    return Reminder.after(status, afterAt, afterId, limit);
  }

  /** Plans those before the deadline, unless it has gone by. */
  void plan(AgreementDeadline deadline) {
    var now = time.now();
    if (deadline.dueAt().isAfter(now)) {
      for (var kind : ReminderKind.BEFORE) {
        if (Reminder.of(deadline.agreementId(), kind).isEmpty()) {
          var reminder = new Reminder(deadline, kind);
          reminder.persist();
          schedule(reminder, now);
        }
      }
    }
  }

  /** Moves what lies ahead to an earlier deadline; what was sent is not sent again. */
  void move(UUID agreementId) {
    deadlines
        .lock(agreementId)
        .ifPresent(
            deadline ->
                Reminder.planned(agreementId)
                    .forEach(
                        reminder -> {
                          reminder.move(deadline.dueAt());
                          schedule(reminder, time.now());
                        }));
  }

  /** Something was promised: what is already late need not wait any longer. */
  void promised(UUID agreementId) {
    deadlines.lock(agreementId).ifPresent(this::sendBefore);
  }

  /** Something was missed: a reminder is due as soon as all of the agreement has found its end. */
  void missed(UUID agreementId) {
    deadlines
        .lock(agreementId)
        .filter(deadline -> Reminder.of(agreementId, ReminderKind.MISSED).isEmpty())
        .ifPresent(
            deadline -> {
              var reminder = new Reminder(deadline, ReminderKind.MISSED);
              reminder.persist();
              dueWork.schedule(KIND, reminder.id, time.now().plus(GATHERING));
            });
  }

  /** The agreement is over: what was missed is said now, and nothing comes near any more. */
  void closed(UUID agreementId) {
    deadlines
        .lock(agreementId)
        .ifPresent(
            deadline -> {
              Reminder.planned(agreementId).stream()
                  .filter(reminder -> reminder.kind != ReminderKind.MISSED)
                  .forEach(this::cancel);
              sendMissed(deadline);
            });
  }

  /** Does what is due; what was settled meanwhile is no matter any more. */
  void run(UUID reminderId) {
    var reminder = Reminder.ofId(reminderId).orElse(null);
    if (reminder == null) {
      return;
    }
    deadlines
        .lock(reminder.agreementId)
        .ifPresent(
            deadline -> {
              if (reminder.kind == ReminderKind.MISSED) {
                sendMissed(deadline);
              } else {
                sendBefore(deadline);
              }
            });
  }

  /** Forgets the reminders of an agreement with somebody who is erased. */
  public void forget(UUID agreementId) {
    Reminder.<Reminder>list("agreementId", agreementId)
        .forEach(
            reminder -> {
              dueWork.cancel(KIND, reminder.id);
              reminder.delete();
            });
  }

  public void forgetAll() {
    Reminder.deleteAll();
  }

  /** Sends all planned ones whose time has come, as one; cancels them when nothing is open. */
  private void sendBefore(AgreementDeadline deadline) {
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

  private void sendMissed(AgreementDeadline deadline) {
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

  private void schedule(Reminder reminder, Instant now) {
    var at = reminder.remindAt;
    if (!at.isAfter(now)) {
      var left = Duration.between(now, reminder.dueAt);
      at = left.isNegative() ? now : now.plus(left.dividedBy(2));
    }
    dueWork.schedule(KIND, reminder.id, at);
  }

  private void settle(Reminder reminder, UUID event) {
    reminder.sent(event, time.now());
    dueWork.cancel(KIND, reminder.id);
  }

  private void cancel(Reminder reminder) {
    reminder.cancel(time.now());
    dueWork.cancel(KIND, reminder.id);
  }

  private static String local(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }
}
