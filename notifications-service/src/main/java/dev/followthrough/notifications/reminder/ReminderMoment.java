package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.clock.OwnerClock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a reminder goes out: the rule of leads and quiet hours (the product's text, D3). All that it
 * needs is given to it, so that the same facts always give the same instant.
 *
 * <ul>
 *   <li>It is wanted a lead before its deadline. A deadline nearer than that gets it all the same,
 *       when half of the time that is left has gone by.
 *   <li>In quiet hours it moves to their end.
 *   <li>A reminder <em>before</em> a deadline which would not come before it any more goes out when
 *       the quiet hours begin, or at once if they have begun.
 *   <li>It never goes out before now: what an outage made late is late, not lost.
 * </ul>
 */
final class ReminderMoment {

  private ReminderMoment() {}

  /** When it is wanted, were there no quiet hours. */
  static Instant wanted(Instant dueAt, Duration lead, Instant now) {
    var nominal = dueAt.minus(lead);
    if (nominal.isAfter(now) || !dueAt.isAfter(now)) {
      return nominal;
    }
    return now.plus(Duration.between(now, dueAt).dividedBy(2));
  }

  /**
   * When a reminder goes out that is wanted then.
   *
   * @param before the deadline that it has to come before; null for one that is about a day, or
   *     about what has passed
   */
  static Instant of(Instant wanted, Instant before, OwnerClock clock, Instant now) {
    var at = wanted.isBefore(now) ? now : wanted;
    var quiet = clock.quietAround(at);
    if (quiet.isEmpty()) {
      return at;
    }
    if (before == null || quiet.get().end().isBefore(before)) {
      return quiet.get().end();
    }
    var start = quiet.get().start();
    return start.isBefore(now) ? now : start;
  }
}
