package dev.followthrough.commitments.goal;

import dev.followthrough.events.GoalRemoved;
import dev.followthrough.events.GoalSet;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The goals that there are, so that an ask can name one. */
@ApplicationScoped
public class Goals implements EventListener {

  /** Present while there is such a goal. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> heardOf(UUID goalId) {
    return KnownGoal.<KnownGoal>findByIdOptional(goalId).map(goal -> goal.id);
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(GoalSet.class, e -> note(e.goalId()));
    subscriptions.on(GoalRemoved.class, e -> KnownGoal.deleteById(e.goalId()));
  }

  private static void note(UUID goalId) {
    if (KnownGoal.findByIdOptional(goalId).isEmpty()) {
      var goal = new KnownGoal();
      goal.id = goalId;
      goal.persist();
    }
  }
}
