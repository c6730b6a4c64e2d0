package dev.followthrough.commitments.profile;

import dev.followthrough.events.OwnerNeed;
import dev.followthrough.events.ProfileChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the owner says of themselves.
 *
 * @param areas the areas that commitments can belong to
 * @param needs each since when
 * @param whatIDoNowSince since when they do what they do now; null while they have not said
 * @param digestAt the hour of their day, {@code HH:mm}; null while that was not told
 */
public record OwnerFacts(
    List<String> areas,
    List<OwnerNeed> needs,
    List<String> offers,
    Instant whatIDoNowSince,
    String digestAt) {

  static final OwnerFacts NONE = new OwnerFacts(null, null, null, null, null);

  public OwnerFacts {
    areas = areas == null ? List.of() : List.copyOf(areas);
    needs = needs == null ? List.of() : List.copyOf(needs);
    offers = offers == null ? List.of() : List.copyOf(offers);
  }

  /** Empty for what an older version told, which is the zone alone. */
  static Optional<OwnerFacts> of(ProfileChanged profile) {
    return profile.changed() == null
        ? Optional.empty()
        : Optional.of(
            new OwnerFacts(
                profile.areas(),
                profile.needs(),
                profile.offers(),
                profile.whatIDoNowSince(),
                profile.rhythm() == null ? null : profile.rhythm().digestAt()));
  }
}
