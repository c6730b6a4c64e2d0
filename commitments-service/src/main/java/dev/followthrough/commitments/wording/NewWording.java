package dev.followthrough.commitments.wording;

import dev.followthrough.commitments.agreement.Words;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A counter-proposal: other words, by somebody who has a side in the commitment. */
@Schema(name = "NewWording")
record NewWording(
    @NotBlank @Size(max = 1000) @Schema(examples = "Send two links instead of one") String text,
    @Schema(description = "Simple unless said otherwise.") Complexity complexity,
    @Size(max = 60) @Pattern(regexp = SOMETHING) String area,
    @Size(max = 64) @Pattern(regexp = IDEA) @Schema(description = ACTION_IDEA) String actionIdea,
    @NotNull @Schema(description = "`owner`, or the contact's id.") Party proposedBy) {

  /** Not blank, where it may be absent. */
  static final String SOMETHING = "[\\s\\S]*\\S[\\s\\S]*";

  static final String ACTION_IDEA =
      "The action idea that it came from: its id, or the key of one of the catalogue.";
  static final String IDEA = "[A-Za-z0-9][A-Za-z0-9-]*";

  Words words() {
    return new Words(text, complexity, area, actionIdea);
  }
}
