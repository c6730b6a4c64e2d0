package dev.followthrough.contacts.circle;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Circle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which move to another circle is proposed, and why. Nobody is moved by it: only the owner moves.
 *
 * <ul>
 *   <li>To released: the upper end of reliability is below 0.5, or value has gone one way for 180
 *       days. It goes before the others: who is unreliable should not be courted.
 *   <li>To dormant, from inner, active and acquaintance: no touch or meeting for twice the cadence.
 *   <li>One circle up: the lower end of reliability is 0.45 or more, and value does not go one way.
 * </ul>
 *
 * What is not known of a contact's standing proposes nothing. Who is released is left alone.
 */
public final class CircleRule {

  static final double GOOD = 0.45;
  static final double POOR = 0.5;
  static final Duration ONE_WAY_FOR = Duration.ofDays(180);

  /** A proposed move, with the reason in words and its numbers by name. */
  public record Proposal(
      Circle to, CircleReason reason, String words, Map<String, BigDecimal> numbers) {}

  /** Why a move is proposed. */
  public enum CircleReason {
    @JsonProperty("silent")
    SILENT,
    @JsonProperty("reliable")
    RELIABLE,
    @JsonProperty("unreliable")
    UNRELIABLE,
    @JsonProperty("oneWay")
    ONE_WAY
  }

  private CircleRule() {}

  public static Optional<Proposal> propose(KnownContact contact, Instant now) {
    return reasons(contact, now).stream().findFirst();
  }

  /** Every reason for the move that is proposed; empty when none is. */
  public static List<Proposal> reasons(KnownContact contact, Instant now) {
    if (contact.circle() == Circle.RELEASED) {
      return List.of();
    }
    var release =
        Stream.of(unreliable(contact), oneWay(contact, now)).flatMap(Optional::stream).toList();
    return release.isEmpty() ? rest(contact, now).or(() -> up(contact)).stream().toList() : release;
  }

  /**
   * From when on some move is proposed, should nothing change until then; empty for never. Between
   * that moment and now the reason can have become another one.
   */
  public static Optional<Instant> proposedAt(KnownContact contact) {
    if (contact.circle() == Circle.RELEASED) {
      return Optional.empty();
    }
    var silence = dormantAt(contact.circle(), contact.cadenceDays(), contact.quietSince());
    var oneWay = contact.standing().map(Standing::oneWaySince).map(at -> at.plus(ONE_WAY_FOR));
    var evidence =
        unreliable(contact)
            .or(() -> up(contact))
            .flatMap(_ -> contact.standing())
            .map(Standing::since);
    return Stream.of(silence, oneWay, evidence)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** From when on silence makes a contact dormant; empty in circles that no silence moves. */
  public static Optional<Instant> dormantAt(Circle circle, Integer cadence, Instant quietSince) {
    return switch (circle) {
      case INNER, ACTIVE, ACQUAINTANCE ->
          Cadence.of(circle, cadence).map(every -> quietSince.plus(every.multipliedBy(2)));
      case DORMANT, RELEASED -> Optional.empty();
    };
  }

  private static Optional<Proposal> unreliable(KnownContact contact) {
    return contact
        .standing()
        .map(Standing::upper)
        .filter(upper -> upper < POOR)
        .map(
            upper ->
                new Proposal(
                    Circle.RELEASED,
                    CircleReason.UNRELIABLE,
                    "Even seen kindly, fewer than half of the promises are kept.",
                    numbers("upper", upper, "threshold", POOR)));
  }

  private static Optional<Proposal> oneWay(KnownContact contact, Instant now) {
    return contact
        .standing()
        .map(Standing::oneWaySince)
        .filter(since -> !since.plus(ONE_WAY_FOR).isAfter(now))
        .map(
            since ->
                new Proposal(
                    Circle.RELEASED,
                    CircleReason.ONE_WAY,
                    "Value has gone one way only for %d days.".formatted(days(since, now)),
                    numbers(
                        "oneWayDays", days(since, now), "thresholdDays", ONE_WAY_FOR.toDays())));
  }

  private static Optional<Proposal> rest(KnownContact contact, Instant now) {
    var due = dormantAt(contact.circle(), contact.cadenceDays(), contact.quietSince());
    return due.filter(at -> !at.isAfter(now)).map(_ -> dormant(contact, now));
  }

  private static Proposal dormant(KnownContact contact, Instant now) {
    var silent = days(contact.quietSince(), now);
    var cadence = Cadence.days(contact.circle(), contact.cadenceDays()).orElseThrow();
    return new Proposal(
        Circle.DORMANT,
        CircleReason.SILENT,
        "No touch or meeting for %d days, which is at least twice the cadence of %d."
            .formatted(silent, cadence),
        numbers("silentDays", silent, "cadenceDays", cadence));
  }

  private static Optional<Proposal> up(KnownContact contact) {
    var standing = contact.standing().orElse(null);
    if (standing == null
        || standing.lower() == null
        || standing.lower() < GOOD
        || standing.oneWaySince() != null) {
      return Optional.empty();
    }
    return above(contact.circle())
        .map(
            circle ->
                new Proposal(
                    circle,
                    CircleReason.RELIABLE,
                    "Promises are kept, and value goes both ways.",
                    numbers("lower", standing.lower(), "threshold", GOOD)));
  }

  private static Optional<Circle> above(Circle circle) {
    return switch (circle) {
      case ACTIVE -> Optional.of(Circle.INNER);
      case ACQUAINTANCE -> Optional.of(Circle.ACTIVE);
      case DORMANT -> Optional.of(Circle.ACQUAINTANCE);
      case INNER, RELEASED -> Optional.empty();
    };
  }

  private static long days(Instant from, Instant to) {
    return Duration.between(from, to).toDays();
  }

  private static Map<String, BigDecimal> numbers(
      String one, Number first, String other, Number second) {
    return Map.of(one, shown(first), other, shown(second));
  }

  /** Whole numbers as they are, others to two decimals. */
  private static BigDecimal shown(Number number) {
    return number instanceof Double fraction
        ? BigDecimal.valueOf(fraction).setScale(2, RoundingMode.HALF_UP)
        : BigDecimal.valueOf(number.longValue());
  }
}
