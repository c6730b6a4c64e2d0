package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.assessment.Assessed;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.reliability.Ratings;
import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How one side works for the other: whether it keeps its promises, how good its individual work is,
 * and how well it works together, all of it or in one area.
 */
record Work(Reliability reliability, OptionalDouble quality, OptionalDouble collaboration) {

  /**
   * @param by whose work it is; the other side has assessed it
   */
  static Work of(Known known, Party by) {
    return of(known, by, _ -> true);
  }

  /** The same by area, for each area in which there is any evidence. */
  static SortedMap<String, Work> byArea(Known known, Party by) {
    var areas = new TreeMap<String, Work>();
    for (var promise : known.promisedBy(by)) {
      add(areas, promise.area(), known, by);
    }
    for (var assessment : assessmentsOf(known, by)) {
      add(areas, assessment.area(), known, by);
    }
    return areas;
  }

  static List<Assessed> assessmentsOf(Known known, Party by) {
    return known.assessedBy(by.isOwner() ? known.contact() : Party.OWNER);
  }

  private static void add(SortedMap<String, Work> areas, String area, Known known, Party by) {
    if (area != null) {
      areas.computeIfAbsent(area, name -> of(known, by, name::equals));
    }
  }

  private static Work of(Known known, Party by, Predicate<String> area) {
    var outcomes =
        known.promisedBy(by).stream()
            .filter(promise -> area.test(Objects.requireNonNullElse(promise.area(), "")))
            .map(Ended::outcome)
            .toList();
    return new Work(
        Reliability.of(outcomes, known.asOf()),
        mean(known, by, CommitmentKind.INDIVIDUAL, area),
        mean(known, by, CommitmentKind.SHARED, area));
  }

  private static OptionalDouble mean(
      Known known, Party by, CommitmentKind kind, Predicate<String> area) {
    Instant asOf = known.asOf();
    return Ratings.mean(
        assessmentsOf(known, by).stream()
            .filter(one -> one.kind() == kind)
            .filter(one -> area.test(Objects.requireNonNullElse(one.area(), "")))
            .map(Assessed::rating)
            .toList(),
        asOf);
  }
}
