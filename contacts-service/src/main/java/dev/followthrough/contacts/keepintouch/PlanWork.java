package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.contacts.presence.TurnMoved;
import dev.followthrough.contacts.profile.OwnerDay;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The plan is made anew some seconds after something changed that it rests on, once for all that
 * changes in that time: it is about days, and while it is made nobody else works for the owner.
 */
@ApplicationScoped
class PlanWork implements DueHandler {

  private static final String KIND = "keep-in-touch.plan";
  private static final Duration GATHER = Duration.ofSeconds(5);

  private final KeepInTouch keepInTouch;
  private final DueWork dueWork;
  private final BusinessTime time;

  PlanWork(KeepInTouch keepInTouch, DueWork dueWork, BusinessTime time) {
    this.keepInTouch = keepInTouch;
    this.dueWork = dueWork;
    this.time = time;
  }

  void ask() {
    dueWork.scheduleOnce(KIND, CurrentOwner.require(), time.now().plus(GATHER));
  }

  void moved(@Observes TurnMoved moved) {
    ask();
  }

  void gone(@Observes PersonRemoved person) {
    ask();
  }

  void back(@Observes PersonRestored person) {
    ask();
  }

  void dayChanged(@Observes OwnerDay day) {
    ask();
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** So it sees whatever was being written by those for whom somebody else asked. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void run(UUID owner, Instant dueAt) {
    keepInTouch.catchUp();
  }
}
