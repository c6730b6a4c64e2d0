package dev.followthrough.notifications.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which reminders a deadline gets by these leads, of those that it has and of new ones.
 *
 * <p>A lead that has gone by is for a deadline that has just been set: later policies plan only
 * what can still come, so that nothing is said twice. But a deadline of which nothing was said, and
 * nothing can come any more, gets the last of the leads all the same.
 *
 * @param needless planned by an earlier policy, and not to come any more
 * @param ahead to be planned, or planned anew
 */
record Occurrences(List<Reminder> needless, List<Reminder> ahead) {

  /**
   * @param known all that the deadline has, but those that repeat others
   * @param leads the longest first
   */
  static Occurrences of(
      List<Reminder> known,
      List<Duration> leads,
      Instant dueAt,
      Instant now,
      Function<Duration, Reminder> make) {
    var ahead = new ArrayList<Reminder>();
    for (var lead : leads) {
      var canCome = dueAt.minus(lead).isAfter(now);
      var one = with(lead, known);
      if (one.isPresent()) {
        if (one.get().isPlanned() || canCome && one.get().is(ReminderStatus.CANCELLED)) {
          ahead.add(one.get());
        }
      } else if (known.isEmpty() || canCome) {
        ahead.add(make.apply(lead));
      }
    }
    var silent = known.stream().allMatch(one -> one.is(ReminderStatus.CANCELLED));
    if (ahead.isEmpty() && silent && !leads.isEmpty()) {
      ahead.add(with(leads.getLast(), known).orElseGet(() -> make.apply(leads.getLast())));
    }
    return new Occurrences(
        known.stream().filter(one -> one.isPlanned() && !leads.contains(one.lead())).toList(),
        ahead);
  }

  private static Optional<Reminder> with(Duration lead, List<Reminder> known) {
    return known.stream().filter(one -> one.lead().equals(lead)).findFirst();
  }
}
