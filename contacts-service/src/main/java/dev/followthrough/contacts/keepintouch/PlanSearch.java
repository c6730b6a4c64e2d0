package dev.followthrough.contacts.keepintouch;

import dev.followthrough.platform.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of the plan is asked for.
 *
 * @param from the first day; null for today
 * @param to the last day; null for the end of the plan
 * @param after the place of the last one seen
 */
record PlanSearch(LocalDate from, LocalDate to, Optional<Place> after, int limit) {

  /** A place in the list: by day, the inner circle first, then who has waited longest. */
  record Place(LocalDate on, boolean outside, Instant about, UUID contactId)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::on)
            .thenComparing(Place::outside)
            .thenComparing(Place::about)
            .thenComparing(Place::contactId);

    static Place of(PlannedTurn one) {
      var turn = one.turn();
      return new Place(one.on(), !turn.isInner(), one.waitingSince(), turn.contactId());
    }

    static Place read(List<String> key) {
      return new Place(
          PageRequest.date(key.get(0)),
          Boolean.parseBoolean(key.get(1)),
          PageRequest.instant(key.get(2)),
          UUID.fromString(key.get(3)));
    }

    List<String> key() {
      return List.of(
          on.toString(), Boolean.toString(outside), about.toString(), contactId.toString());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  List<PlannedTurn> of(List<PlannedTurn> plan) {
    return plan.stream()
        .filter(one -> from == null || !one.on().isBefore(from))
        .filter(one -> to == null || !one.on().isAfter(to))
        .filter(one -> after.isEmpty() || Place.of(one).compareTo(after.get()) > 0)
        .sorted(Comparator.comparing(Place::of))
        .limit(limit)
        .toList();
  }
}
