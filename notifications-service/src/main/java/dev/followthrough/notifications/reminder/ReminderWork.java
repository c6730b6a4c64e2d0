package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends a reminder of an agreement when its time has come. */
@ApplicationScoped
class ReminderWork implements DueHandler {

  private final AgreementReminders reminders;
  private final DueWork dueWork;
  private final EventLog log;
  private final BusinessTime time;

  ReminderWork(AgreementReminders reminders, DueWork dueWork, EventLog log, BusinessTime time) {
    this.reminders = reminders;
    this.dueWork = dueWork;
    this.log = log;
    this.time = time;
  }

  @Override
  public String kind() {
    return AgreementReminders.KIND;
  }

  @Override
  public void beforeClaim() {
    log.lock();
  }

  @Override
  public void run(UUID subjectId, Instant dueAt) {
    var reminder = Ledger.ofId(subjectId).filter(Reminder::isPlanned).orElse(null);
    if (reminder == null) {
      return;
    }
    if (dueAt.isAfter(time.now())) {
      // the clock was put back since the claim: its time is still to come
      dueWork.schedule(kind(), subjectId, dueAt);
    } else {
      reminders.run(reminder);
    }
  }
}
