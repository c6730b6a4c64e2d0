package dev.followthrough.events;

import java.util.UUID;

/** A goal was removed; contacts and meetings did not name it any more. */
@EventType("goal.removed")
public record GoalRemoved(UUID goalId) implements ContactsEvent {
  @Override
  public String subject() {
    return "goal/" + goalId;
  }
}
