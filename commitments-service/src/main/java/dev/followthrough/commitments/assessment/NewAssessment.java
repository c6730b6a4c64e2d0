package dev.followthrough.commitments.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the receiving side thinks of it. */
@Schema(name = "NewAssessment")
public record NewAssessment(
    @NotNull
        @Min(1)
        @Max(5)
        @Schema(description = "1 unusable, 3 as agreed, 5 far beyond.", examples = "4")
        Integer value,
    @Size(max = 2000) @Schema(examples = "Clear, and a day early") String comment,
    @Schema(description = "Of the shared one in a group: with whom you worked together.")
        UUID contactId) {}
