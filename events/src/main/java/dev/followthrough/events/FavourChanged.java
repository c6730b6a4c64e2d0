package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a favour was corrected, or thanks were said; this is how it stands now.
 *
 * @param thanksSaidAt null while thanks were not said
 * @param sameAs the commitment that is the same deed; null for none
 */
@EventType("favour.changed")
public record FavourChanged(
    UUID favourId,
    UUID contactId,
    FavourDirection direction,
    FavourKind kind,
    FavourSize size,
    Instant happenedAt,
    Instant thanksSaidAt,
    UUID sameAs)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "favour/" + favourId;
  }
}
