package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.circle.Turn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Which contact's turn comes on which of the next 14 days. On each day, of those whose turn has
 * come by then and who have no day yet: the inner circle first, then who has waited longest, as
 * many as the daily budget leaves. What has been told already keeps its day and its place in the
 * budget. Who finds no place in these days waits on, in the same order.
 */
final class Planner {

  static final int DAYS = 14;

  /** Of those who are overdue, the longest silent: so many at most are listed. */
  static final int MOST_OVERDUE = 1000;

  /**
   * The owner's wishes and where they are.
   *
   * @param firstFree the first day whose turns have not been told; not before today
   */
  record Horizon(LocalDate today, LocalDate firstFree, int budget, ZoneId zone) {

    LocalDate last() {
      return today.plusDays(DAYS - 1L);
    }
  }

  private Planner() {}

  /** The turns of the 14 days, by day, and on each in their order. */
  static List<PlannedTurn> plan(Collection<Turn> told, Collection<Turn> waiting, Horizon horizon) {
    var zone = horizon.zone();
    var longestFirst =
        Comparator.comparing((Turn turn) -> turn.comesOn(zone))
            .thenComparing(Turn::about)
            .thenComparing(Turn::contactId);
    var innerFirst =
        Comparator.comparing((Turn turn) -> !turn.isInner()).thenComparing(longestFirst);
    var coming = new ArrayDeque<>(waiting.stream().sorted(longestFirst).toList());
    var ready = new PriorityQueue<>(innerFirst);
    var plan = new ArrayList<PlannedTurn>();
    for (var day = horizon.today(); !day.isAfter(horizon.last()); day = day.plusDays(1)) {
      var on = day;
      var kept =
          told.stream()
              .filter(turn -> turn.told().filter(on::equals).isPresent())
              .sorted(innerFirst)
              .map(turn -> new PlannedTurn(turn, on, true))
              .toList();
      plan.addAll(kept);
      while (!coming.isEmpty() && !coming.getFirst().comesOn(zone).isAfter(on)) {
        ready.add(coming.removeFirst());
      }
      var places = on.isBefore(horizon.firstFree()) ? 0 : horizon.budget() - kept.size();
      while (places-- > 0 && !ready.isEmpty()) {
        plan.add(new PlannedTurn(ready.remove(), on, false));
      }
    }
    return plan;
  }

  /**
   * Those who were told of before today and not written to since: overdue today, outside the
   * budget, unless guidance objects or their turn comes again today.
   */
  static List<PlannedTurn> overdue(
      Collection<Turn> toldBefore, Collection<PlannedTurn> plan, Horizon horizon) {
    var today = horizon.today();
    var planned =
        plan.stream()
            .filter(one -> one.on().equals(today))
            .map(one -> one.turn().contactId())
            .collect(Collectors.toSet());
    return toldBefore.stream()
        .filter(turn -> !planned.contains(turn.contactId()))
        .filter(turn -> turn.told().filter(day -> day.isBefore(today)).isPresent())
        .filter(turn -> turn.firstDueOn(horizon.zone()).isBefore(today))
        .filter(turn -> !turn.isHeld(today, horizon.zone()))
        .map(turn -> new PlannedTurn(turn, today, true))
        .toList();
  }
}
