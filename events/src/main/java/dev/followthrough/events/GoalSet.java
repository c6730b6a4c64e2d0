package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/** The owner set themselves a goal. {@code byWhen} may be null. */
@EventType("goal.set")
public record GoalSet(UUID goalId, GoalStatus status, LocalDate byWhen) implements ContactsEvent {
  @Override
  public String subject() {
    return "goal/" + goalId;
  }
}
