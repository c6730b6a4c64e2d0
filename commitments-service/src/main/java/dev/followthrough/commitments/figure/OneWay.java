package dev.followthrough.commitments.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether value goes one way, from the owner to the contact. It does when, in the 365 days up to an
 * instant, there are three or more outbound touches older than 14 days that asked nothing, under a
 * third of these was answered, and the contact asked for something; unless in that year a meeting
 * was held, the owner received a favour, or the contact kept a promise. The formula is the
 * product's own.
 *
 * @param reachedOut the outbound touches that asked nothing
 * @param asked when the contact asked for something
 * @param cameBack when a meeting was held, a favour received or a promise kept
 */
public record OneWay(List<ReachedOut> reachedOut, List<Instant> asked, List<Instant> cameBack) {

  static final Duration YEAR = Duration.ofDays(365);
  static final Duration TIME_TO_ANSWER = Duration.ofDays(14);
  static final int MANY = 3;

  private static final Duration MOMENT = Duration.ofMillis(1);

  /**
   * An outbound touch that asked nothing.
   *
   * @param answeredAt empty while it is not
   */
  public record ReachedOut(Instant at, Optional<Instant> answeredAt) {}

  /**
   * Since when it has held without a break up to {@code asOf}; empty when it does not hold then.
   */
  public Optional<Instant> since(Instant asOf) {
    if (!holdsAt(asOf)) {
      return Optional.empty();
    }
    var since = asOf;
    for (var turn : turns(asOf).descendingSet()) {
      since = turn;
      if (!holdsAt(turn.minus(MOMENT))) {
        break;
      }
    }
    return Optional.of(since);
  }

  boolean holdsAt(Instant instant) {
    var waited =
        reachedOut.stream()
            .filter(one -> inTheYear(one.at(), instant))
            .filter(one -> one.at().plus(TIME_TO_ANSWER).isBefore(instant))
            .toList();
    long answered =
        waited.stream()
            .filter(one -> one.answeredAt().filter(at -> !at.isAfter(instant)).isPresent())
            .count();
    return waited.size() >= MANY
        && answered * MANY < waited.size()
        && asked.stream().anyMatch(at -> inTheYear(at, instant))
        && cameBack.stream().noneMatch(at -> inTheYear(at, instant));
  }

  static boolean inTheYear(Instant at, Instant instant) {
    return !at.isAfter(instant) && at.isAfter(instant.minus(YEAR));
  }

  /** Every instant up to {@code asOf} from which the answer can be another one. */
  private TreeSet<Instant> turns(Instant asOf) {
    var turns = new TreeSet<Instant>();
    Function<Instant, Stream<Instant>> comesAndGoes = at -> Stream.of(at, at.plus(YEAR));
    Stream.of(
            reachedOut.stream().map(ReachedOut::at).flatMap(comesAndGoes),
            reachedOut.stream().map(one -> one.at().plus(TIME_TO_ANSWER).plus(MOMENT)),
            reachedOut.stream().flatMap(one -> one.answeredAt().stream()),
            asked.stream().flatMap(comesAndGoes),
            cameBack.stream().flatMap(comesAndGoes))
        .flatMap(all -> all)
        .filter(turn -> !turn.isAfter(asOf))
        .forEach(turns::add);
    return turns;
  }
}
