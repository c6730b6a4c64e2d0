package dev.followthrough.events;

import java.time.LocalDate;
import java.util.List;

/**
 * The owner's list for a day, compiled at the hour of their rhythm ({@code digestAt}, in their
 * zone), best first; it takes the place of the one before.
 *
 * @param on the day, in the owner's zone; at most one list goes out for a day
 * @param actions the first 20
 * @param more how many more there are
 */
@EventType("next_actions.compiled")
public record NextActionsCompiled(LocalDate on, String timeZone, List<NextAction> actions, int more)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "next-actions";
  }
}
