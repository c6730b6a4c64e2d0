package dev.followthrough.commitments.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was given about one commitment, as one side may see it.
 *
 * @param closesAt the last instant at which anything is given or changed
 */
@Schema(name = "CommitmentAssessments")
public record AssessmentView(
    @NotNull UUID commitmentId, @NotNull Instant closesAt, @NotNull List<Given> items) {

  /**
   * One assessment.
   *
   * @param value absent while it is blind, like the comment
   */
  @Schema(name = "Assessment")
  public record Given(
      @NotNull @Schema(description = "Who assesses.") Party by,
      @NotNull @Schema(description = "With whom, beside the owner, it lies.") UUID contactId,
      @NotNull Instant givenAt,
      @NotNull
          @Schema(
              description = "The other side's is blind until both are given, or 14 days passed.")
          Boolean blind,
      @NotNull @JsonProperty("final") @Schema(description = "Nothing changes it any more.")
          Boolean isFinal,
      Integer value,
      String comment) {

    static Given of(Assessment one, Optional<Assessment> others, Party reader, Instant now) {
      boolean seen = !now.isBefore(one.seenFrom(others));
      boolean readable = seen || one.givenBy.equals(reader);
      var mark = one.inForce();
      return new Given(
          one.givenBy,
          one.contactId,
          mark.at(),
          !readable,
          seen,
          readable ? mark.value() : null,
          readable ? mark.comment() : null);
    }
  }
}
