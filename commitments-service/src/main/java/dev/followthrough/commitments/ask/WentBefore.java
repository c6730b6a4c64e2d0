package dev.followthrough.commitments.ask;

import dev.followthrough.events.ReliabilityState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went before an ask that was lost, as of the moment when it was asked. */
@Schema(name = "WentBefore")
record WentBefore(
    @Schema(
            description =
                "Whole days from the last touch or held meeting before the ask. Absent: there was"
                    + " none.")
        Long daysSinceLastTouch,
    @Schema(
            description =
                "Whether the owner had told the contact what they do now. Absent: the owner had not"
                    + " said what that is.")
        Boolean toldWhatIDoNow,
    @Schema(
            description =
                "Whether the contact's reliability could be spoken of. Absent without the scope"
                    + " `standing:read`.")
        ReliabilityState reliability,
    @Schema(
            description =
                "The estimate of it; absent unless tested, and without the scope"
                    + " `standing:read`.")
        Double estimate) {

  /** What is read without standing: no figure, and not whether there is one. */
  WentBefore withoutStanding() {
    return new WentBefore(daysSinceLastTouch, toldWhatIDoNow, null, null);
  }
}
