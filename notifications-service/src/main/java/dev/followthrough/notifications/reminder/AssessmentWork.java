package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends a reminder to assess when its time has come. */
@ApplicationScoped
class AssessmentWork implements DueHandler {

  private final AssessmentReminders reminders;
  private final EventLog log;

  AssessmentWork(AssessmentReminders reminders, EventLog log) {
    this.reminders = reminders;
    this.log = log;
  }

  @Override
  public String kind() {
    return AssessmentReminders.KIND;
  }

  @Override
  public void beforeClaim() {
    log.lock();
  }

  @Override
  public void run(UUID reminderId, Instant dueAt) {
    reminders.run(reminderId);
  }
}
