package dev.followthrough.contacts.goal;

import dev.followthrough.events.GoalStatus;
import java.time.LocalDate;
import java.util.UUID;

/** What the other features may know of a goal. */
public record KnownGoal(UUID id, String words, LocalDate byWhen, GoalStatus status) {

  static KnownGoal of(Goal goal) {
    return new KnownGoal(goal.id, goal.words, goal.byWhen, goal.status);
  }
}
