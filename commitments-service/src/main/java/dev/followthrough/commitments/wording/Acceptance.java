package dev.followthrough.commitments.wording;

import dev.followthrough.events.Party;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who accepts a wording. */
@Schema(name = "Acceptance")
public record Acceptance(
    @Schema(description = "Absent for everybody who still has to accept it: agreed together.")
        Party by) {

  static Party by(Acceptance acceptance) {
    return acceptance == null ? null : acceptance.by();
  }
}
