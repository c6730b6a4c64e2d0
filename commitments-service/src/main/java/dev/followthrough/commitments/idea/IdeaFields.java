package dev.followthrough.commitments.idea;

import dev.followthrough.commitments.catalogue.Fit;
import dev.followthrough.commitments.catalogue.IdeaTemplates;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner says of an action idea of their own. */
@Schema(name = "ActionIdeaFields")
record IdeaFields(
    @NotNull @Schema(description = "To be done together, or by one for the other.")
        CommitmentKind kind,
    @Schema(description = "Absent: simple.") Complexity complexity,
    @NotBlank @Size(max = 500) @Schema(examples = "Lend the torque wrench for a weekend")
        String words,
    @Size(max = 60)
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*")
        @Schema(description = "The field that it is about.")
        String area,
    @Size(max = 3)
        @Schema(
            description =
                "What it answers: a topic in common, a need of its receiver, an offer of whoever"
                    + " does it. Absent: it fits any two people.")
        List<@NotNull Fit> fits,
    @Valid IdeaTemplates templates) {}
