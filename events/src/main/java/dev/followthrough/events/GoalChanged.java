package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/** A goal was reworded, moved, reached, dropped or taken up again. {@code byWhen} may be null. */
@EventType("goal.changed")
public record GoalChanged(UUID goalId, GoalStatus status, LocalDate byWhen)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "goal/" + goalId;
  }
}
