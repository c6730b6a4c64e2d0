package dev.followthrough.contacts.circle;

import dev.followthrough.events.Circle;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rule of the circles looks at.
 *
 * @param cadenceDays what the owner set for the contact, or null
 * @param lastTouchAt the last touch or held meeting, or null when there was none
 * @param quietSince the last touch or held meeting, else when the contact was added
 * @param standing empty while nothing is known of it
 */
public record KnownContact(
    UUID id,
    String name,
    Circle circle,
    Integer cadenceDays,
    Instant lastTouchAt,
    Instant quietSince,
    Optional<Standing> standing) {

  /** The same for whoever may not know of a standing. */
  public KnownContact withoutStanding() {
    return new KnownContact(
        id, name, circle, cadenceDays, lastTouchAt, quietSince, Optional.empty());
  }
}
