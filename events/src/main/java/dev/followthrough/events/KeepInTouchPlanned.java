package dev.followthrough.events;

import java.time.LocalDate;
import java.util.List;

/**
 * The keep-in-touch days of the next 14 days, as they stand now: it takes the place of the one
 * before. At most as many on one day as the owner's daily budget.
 *
 * @param from the first day of the plan, in the owner's zone
 * @param until its last
 */
@EventType("keep_in_touch.planned")
public record KeepInTouchPlanned(LocalDate from, LocalDate until, List<PlannedTouch> touches)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "profile";
  }
}
