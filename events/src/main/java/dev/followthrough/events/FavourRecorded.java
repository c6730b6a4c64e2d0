package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A favour was recorded: something of value that one side did for the other.
 *
 * @param thanksSaidAt null while thanks were not said
 * @param sameAs the commitment that is the same deed; null for none
 */
@EventType("favour.recorded")
public record FavourRecorded(
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
