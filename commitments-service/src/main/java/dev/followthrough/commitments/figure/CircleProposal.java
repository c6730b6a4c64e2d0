package dev.followthrough.commitments.figure;

import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.events.Circle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which circle a contact's evidence speaks for. Released: the upper end of reliability is below
 * 0.5, or value has gone one way for 180 days; this goes first. One circle up: the lower end of
 * reliability is 0.45 or more, and value does not go one way. It only proposes: the owner moves
 * contacts. Who is released is left alone, and silence, which makes dormant, is no evidence.
 */
public final class CircleProposal {

  static final double GOOD = 0.45;
  static final double POOR = 0.5;
  static final Duration ONE_WAY_FOR = Duration.ofDays(180);

  private CircleProposal() {}

  /**
   * @param oneWaySince since when value has gone one way without a break; absent when it does not
   */
  public static Optional<Circle> of(
      Circle circle, Reliability reliability, Optional<Instant> oneWaySince, Instant asOf) {
    if (circle == Circle.RELEASED) {
      return Optional.empty();
    }
    boolean unreliable = reliability.upper() < POOR;
    if (unreliable
        || oneWaySince.filter(since -> !since.plus(ONE_WAY_FOR).isAfter(asOf)).isPresent()) {
      return Optional.of(Circle.RELEASED);
    }
    return reliability.lower() >= GOOD && oneWaySince.isEmpty() ? above(circle) : Optional.empty();
  }

  private static Optional<Circle> above(Circle circle) {
    return switch (circle) {
      case ACTIVE -> Optional.of(Circle.INNER);
      case ACQUAINTANCE -> Optional.of(Circle.ACTIVE);
      case DORMANT -> Optional.of(Circle.ACQUAINTANCE);
      case INNER, RELEASED -> Optional.empty();
    };
  }
}
