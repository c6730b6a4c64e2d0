package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans reminders, has each sent once and cancels what is done. Whoever decides about the reminders
 * of an agreement holds the lock of its deadline, and the ledger's row says what was decided.
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
  private final ReminderSender sender;
  private final BusinessTime time;

  Reminders(Deadlines deadlines, DueWork dueWork, ReminderSender sender, BusinessTime time) {
    this.deadlines = deadlines;
    this.dueWork = dueWork;
    this.sender = sender;
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
    deadlines.lock(agreementId).ifPresent(sender::sendBefore);
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
                  .forEach(sender::cancel);
              sender.sendMissed(deadline);
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
                sender.sendMissed(deadline);
              } else {
                sender.sendBefore(deadline);
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

  private void schedule(Reminder reminder, Instant now) {
    var at = reminder.remindAt;
    if (!at.isAfter(now)) {
      var left = Duration.between(now, reminder.dueAt);
      at = left.isNegative() ? now : now.plus(left.dividedBy(2));
    }
    dueWork.schedule(KIND, reminder.id, at);
  }
}
