package dev.followthrough.contacts.verdict;

import dev.followthrough.events.Verdict;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to come of somebody met at an event. */
record VerdictFields(
    @NotNull Verdict verdict,
    @Schema(
            description =
                "What each of the two would have of meeting. With meet, and only with it.")
        @Size(max = 2000)
        String mutualValue)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (verdict == Verdict.MEET && (mutualValue == null || mutualValue.isBlank())) {
      faults.add("/mutualValue", "required", "is required to meet: what would each have of it?");
    }
    if (verdict != null && verdict != Verdict.MEET && mutualValue != null) {
      faults.add("/mutualValue", "only-with-meet", "belongs to the verdict meet");
    }
  }
}
