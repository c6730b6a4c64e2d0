package dev.followthrough.commitments.loss;

import dev.followthrough.events.Circle;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.OriginKind;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the owner's asks were lost: in all, by circle, by origin and by offer, the most first. */
@Schema(name = "AskLosses")
record LossesView(
    @NotNull Long count,
    @NotNull List<ReasonCount> byReason,
    @Schema(description = "By the contact's circle when it was asked.") @NotNull
        List<CircleLosses> byCircle,
    @Schema(description = "By how the owner and the contact came to know each other.") @NotNull
        List<OriginLosses> byOrigin,
    @Schema(description = "By the owner's offer that it was about; the first 100.") @NotNull
        List<OfferLosses> byOffer) {

  /** How many were lost for a reason. */
  @Schema(name = "LossReasonCount")
  record ReasonCount(@NotNull LossReason reason, @NotNull Long count) {}

  /** Those of one circle. */
  @Schema(name = "CircleLosses")
  record CircleLosses(
      @NotNull Circle circle, @NotNull Long count, @NotNull List<ReasonCount> reasons) {}

  /** Those of one origin. */
  @Schema(name = "OriginLosses")
  record OriginLosses(
      @Schema(description = "Absent: nobody has said it.") OriginKind origin,
      @NotNull Long count,
      @NotNull List<ReasonCount> reasons) {}

  /** Those about one offer. */
  @Schema(name = "OfferLosses")
  record OfferLosses(
      @Schema(description = "Absent: the asks named none.") String offer,
      @NotNull Long count,
      @NotNull List<ReasonCount> reasons) {}
}
