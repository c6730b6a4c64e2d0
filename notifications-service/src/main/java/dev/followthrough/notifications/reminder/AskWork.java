package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends the reminder of an ask to come back to when its time has come. */
@ApplicationScoped
class AskWork implements DueHandler {

  private final OnTheDay days;
  private final EventLog log;

  AskWork(OnTheDay days, EventLog log) {
    this.days = days;
    this.log = log;
  }

  @Override
  public String kind() {
    return AskReminders.KIND;
  }

  @Override
  public void beforeClaim() {
    log.lock();
  }

  @Override
  public void run(UUID reminderId, Instant dueAt) {
    days.run(reminderId);
  }
}
