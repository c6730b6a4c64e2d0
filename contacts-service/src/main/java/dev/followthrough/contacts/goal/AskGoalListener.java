package dev.followthrough.contacts.goal;

import dev.followthrough.events.AskChanged;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from commitments-service of asks that name a goal. */
@ApplicationScoped
class AskGoalListener implements EventListener {

  private final GoalNames goals;

  AskGoalListener(GoalNames goals) {
    this.goals = goals;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(
        AskMade.class, ask -> goals.sayIfThere(GoalSubject.ASK, ask.askId(), ask.forGoal()));
    subscriptions.on(
        AskChanged.class, ask -> goals.sayIfThere(GoalSubject.ASK, ask.askId(), ask.forGoal()));
    subscriptions.on(AskRemoved.class, ask -> goals.forget(ask.askId()));
  }
}
