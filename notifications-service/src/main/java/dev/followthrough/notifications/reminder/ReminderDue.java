package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends a reminder when its time has come. */
@ApplicationScoped
class ReminderDue implements DueHandler {

  private final Reminders reminders;

  ReminderDue(Reminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public String kind() {
    return Reminders.KIND;
  }

  @Override
  public void run(UUID subjectId, Instant dueAt) {
    reminders.run(subjectId);
  }
}
