package dev.followthrough.contacts.circle;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Circle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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
    if (contact.circle() == Circle.RELEASED) {
      return Optional.empty();
    }
    return release(contact, now).or(() -> rest(contact, now)).or(() -> up(contact));
  }

  /** From when on silence makes a contact dormant; empty in circles that no silence moves. */
  public static Optional<Instant> dormantAt(Circle circle, Integer cadence, Instant quietSince) {
    return switch (circle) {
      case INNER, ACTIVE, ACQUAINTANCE ->
          Cadence.of(circle, cadence).map(every -> quietSince.plus(every.multipliedBy(2)));
      case DORMANT, RELEASED -> Optional.empty();
    };
  }

  private static Optional<Proposal> release(KnownContact contact, Instant now) {
    var standing = contact.standing().orElse(null);
    if (standing == null) {
      return Optional.empty();
    }
    if (standing.upper() != null && standing.upper() < POOR) {
      return Optional.of(
          new Proposal(
              Circle.RELEASED,
              CircleReason.UNRELIABLE,
              "Even seen kindly, fewer than half of the promises are kept.",
              numbers("upper", standing.upper(), "threshold", POOR)));
    }
    var since = standing.oneWaySince();
    if (since != null && !since.plus(ONE_WAY_FOR).isAfter(now)) {
      return Optional.of(
          new Proposal(
              Circle.RELEASED,
              CircleReason.ONE_WAY,
              "Value has gone one way only for %d days.".formatted(days(since, now)),
              numbers("oneWayDays", days(since, now), "thresholdDays", ONE_WAY_FOR.toDays())));
    }
    return Optional.empty();
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
