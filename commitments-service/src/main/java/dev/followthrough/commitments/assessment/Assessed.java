package dev.followthrough.commitments.assessment;

import dev.followthrough.commitments.reliability.Ratings.Rating;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An assessment that may enter figures: of the quality of an individual commitment, or of the
 * collaboration on a shared one.
 *
 * @param area the commitment's, or null
 * @param by the owner, whose assessment is about the contact; or the contact, about the owner
 */
public record Assessed(
    UUID id, UUID commitmentId, CommitmentKind kind, String area, Party by, int value, Instant at) {

  static Optional<Assessed> of(
      Assessment one, String area, Optional<Assessment> others, Instant asOf) {
    // the other side's counts from when it was seen, or it could be read off the figures before
    boolean blind = !one.givenBy.isOwner() && asOf.isBefore(one.seenFrom(others));
    return blind
        ? Optional.empty()
        : one.at(asOf)
            .map(
                mark ->
                    new Assessed(
                        one.id,
                        one.commitmentId,
                        one.kind,
                        area,
                        one.givenBy,
                        mark.value(),
                        mark.at()));
  }

  public Rating rating() {
    return new Rating(value, at);
  }
}
