package dev.followthrough.contacts.verdict;

import dev.followthrough.contacts.verdict.Verdicts.Judged;
import dev.followthrough.events.Verdict;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to come of one person met at an event, as a client reads it. */
@Schema(name = "MetPerson")
record VerdictView(
    @NotNull UUID meetingId,
    @NotNull UUID contactId,
    @NotBlank String name,
    @Schema(description = "When the event ended.") @NotNull Instant metAt,
    @Schema(description = "Three days later, or when the event was recorded if that was later.")
        @NotNull
        Instant dueAt,
    @Schema(description = "Absent until the owner gives one.") Verdict verdict,
    @Schema(description = "Of the verdict meet: what each of the two would have of it.")
        String mutualValue,
    Instant givenAt,
    @Schema(
            description =
                "What the verdict proposes; the owner does it, or not. oneOnOne: schedule a meeting;"
                    + " absent once one after the event is scheduled or was held."
                    + " release: move the contact to the circle released.")
        VerdictStep proposes) {

  static VerdictView of(Judged judged) {
    var met = judged.met();
    var contact = judged.contact();
    return new VerdictView(
        met.meetingId,
        met.contactId,
        contact.name(),
        met.metAt,
        met.dueAt,
        met.decision,
        met.mutualValue,
        met.givenAt,
        met.decision == null
            ? null
            : VerdictRule.proposes(met.decision, contact.circle(), judged.seenAgain())
                .orElse(null));
  }

  /** Everybody met at one event. */
  record VerdictList(@NotNull List<VerdictView> items) {}

  /** A part of the list of those still without a verdict. */
  record VerdictPage(@NotNull List<VerdictView> items, String nextCursor) {}
}
