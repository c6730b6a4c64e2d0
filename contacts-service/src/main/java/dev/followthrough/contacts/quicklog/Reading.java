package dev.followthrough.contacts.quicklog;

import dev.followthrough.events.TouchDirection;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * What a few words may mean.
 *
 * @param kinds those that the words leave possible; one is what they say
 * @param directions the same of the direction
 * @param days those that are named
 * @param parts the meals and times of day that are named
 * @param undated a time is named that is not understood, or that it did not take place
 * @param topic what follows "about", or empty
 */
record Reading(
    Set<LoggedKind> kinds,
    Set<TouchDirection> directions,
    Set<Day> days,
    Set<DayPart> parts,
    boolean undated,
    boolean saysThanks,
    boolean asksQuestion,
    String topic) {

  /** Whether a meeting of today that is named by when it is may not be over. */
  boolean mayLieAhead(LocalDateTime now) {
    var isToday = days.isEmpty() || days.contains(Day.TODAY);
    return isToday && parts.stream().anyMatch(part -> part.mayLieAhead(now));
  }

  /** The meal or time of day that is meant, if the words agree on one. */
  Optional<DayPart> part() {
    return DayPart.agreed(parts);
  }

  /**
   * Whether a meeting that is over would need a guess of its hour, from which a week is counted:
   * only "yesterday" is said, or times of day that disagree.
   */
  boolean leavesHourOpen() {
    return part().isEmpty() && (days.contains(Day.YESTERDAY) || !parts.isEmpty());
  }

  /** A day from today in the owner's zone. */
  enum Day {
    TODAY(0),
    YESTERDAY(-1),
    TOMORROW(1);

    final int away;

    Day(int away) {
      this.away = away;
    }
  }
}
