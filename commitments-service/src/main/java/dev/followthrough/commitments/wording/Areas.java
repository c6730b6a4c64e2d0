package dev.followthrough.commitments.wording;

import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Areas come from the owner's list (B3), matched without case and kept in the list's spelling, so
 * that the figures per area do not fall apart. An owner without a list may use any.
 */
@ApplicationScoped
class Areas implements ProblemCatalogue {

  static final ProblemType UNKNOWN =
      new ProblemType(
          "unknown-area",
          422,
          "The owner has no such area",
          "`area` is one of the `areas` of the owner's profile, if it has any. Add it there first"
              + " (`PATCH /v1/profile`).");

  private final OwnerZones profile;

  Areas(OwnerZones profile) {
    this.profile = profile;
  }

  /**
   * @param area null for none
   * @param before the area that it has; one that has left the list since may stay
   */
  String listed(String area, String before) {
    var areas = profile.facts().areas();
    if (area == null || area.equals(before) || areas.isEmpty()) {
      return area;
    }
    return areas.stream()
        .filter(one -> one.equalsIgnoreCase(area.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    UNKNOWN,
                    "/area: the owner has no area %s.".formatted(area),
                    List.of(
                        new FieldError("/area", "known-area", "is not one of the owner's areas"))));
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(UNKNOWN);
  }
}
