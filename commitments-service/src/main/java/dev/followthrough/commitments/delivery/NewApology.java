package dev.followthrough.commitments.delivery;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody apologises for a promise that they missed. */
@Schema(name = "NewApology")
public record NewApology(
    @Schema(description = "Who apologises; needed where several missed their part.") Party by,
    @Schema(description = "When it was said. Absent: now.") Instant happenedAt,
    @Schema(description = "Who says so: the owner, or a contact who told them. Absent: `owner`.")
        Party reportedBy,
    @NotBlank
        @Size(max = 2000)
        @Schema(description = "What was said.", examples = "I am sorry, I underestimated it.")
        String said,
    @Size(max = 2000)
        @Schema(description = "What is offered instead.", examples = "A call on Friday")
        String offered) {}
