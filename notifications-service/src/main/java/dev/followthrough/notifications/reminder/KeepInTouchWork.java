package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Sends the reminder of a day when its time has come. */
@ApplicationScoped
class KeepInTouchWork implements DueHandler {

  private final OnTheDay days;
  private final EventLog log;

  KeepInTouchWork(OnTheDay days, EventLog log) {
    this.days = days;
    this.log = log;
  }

  @Override
  public String kind() {
    return KeepInTouchReminders.KIND;
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
