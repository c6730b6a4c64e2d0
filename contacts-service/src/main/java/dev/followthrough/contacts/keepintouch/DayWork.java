package dev.followthrough.contacts.keepintouch;

import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The start of an owner's day: its turns are told. One row per owner. */
@ApplicationScoped
class DayWork implements DueHandler {

  static final String KIND = "keep-in-touch.day";

  private final KeepInTouch keepInTouch;

  DayWork(KeepInTouch keepInTouch) {
    this.keepInTouch = keepInTouch;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** It takes contacts in no order that calls could keep to. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void run(UUID owner, Instant dueAt) {
    keepInTouch.catchUp();
  }
}
