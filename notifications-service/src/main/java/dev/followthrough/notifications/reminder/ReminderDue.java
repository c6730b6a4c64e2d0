package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends a reminder when its time has come. */
@ApplicationScoped
class ReminderDue implements DueHandler {

  private final Reminders reminders;
  private final EventLog log;

  ReminderDue(Reminders reminders, EventLog log) {
    this.reminders = reminders;
    this.log = log;
  }

  @Override
  public String kind() {
    return Reminders.KIND;
  }

  @Override
  public void beforeClaim() {
    log.lock();
  }

  @Override
  public void run(UUID subjectId, Instant dueAt) {
    reminders.run(subjectId);
  }
}
