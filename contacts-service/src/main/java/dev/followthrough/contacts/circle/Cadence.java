package dev.followthrough.contacts.circle;

import dev.followthrough.events.Circle;
import java.time.Duration;
import java.util.Optional;

/**
 * How often to keep in touch, in days: what the owner set for the contact, 0 for never, else what
 * its circle has. Who is released is not kept in touch with, whatever was set before.
 */
public final class Cadence {

  private static final int NEVER = 0;

  private Cadence() {}

  /**
   * @param own what the owner set for the contact, or null
   */
  public static Optional<Integer> days(Circle circle, Integer own) {
    if (own == null || circle == Circle.RELEASED) {
      return ofCircle(circle);
    }
    return own == NEVER ? Optional.empty() : Optional.of(own);
  }

  static Optional<Duration> of(Circle circle, Integer own) {
    return days(circle, own).map(Duration::ofDays);
  }

  private static Optional<Integer> ofCircle(Circle circle) {
    return switch (circle) {
      case INNER -> Optional.of(30);
      case ACTIVE -> Optional.of(90);
      case ACQUAINTANCE -> Optional.of(180);
      case DORMANT -> Optional.of(365);
      case RELEASED -> Optional.empty();
    };
  }
}
