package dev.followthrough.commitments.ask;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be corrected of an ask: what it says, and nothing of what happened. */
@Schema(name = "AskFields")
record AskFields(
    @NotBlank @Size(max = 2000) String words,
    @Schema(description = NewAsk.GOAL) UUID goalId,
    @Schema(description = NewAsk.OFFER) @Size(min = 1, max = 200) String offer) {

  /** The names of the fields in which the other one differs. */
  List<String> differences(AskFields other) {
    var names = new ArrayList<String>();
    if (!words.equals(other.words)) {
      names.add("words");
    }
    if (!Objects.equals(goalId, other.goalId)) {
      names.add("goalId");
    }
    if (!Objects.equals(offer, other.offer)) {
      names.add("offer");
    }
    return names;
  }
}
