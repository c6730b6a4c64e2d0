package dev.followthrough.commitments.delivery;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The receiver says that what was promised arrived in time. */
@Schema(name = "NewAttestation")
public record NewAttestation(
    @Schema(
            description =
                "Whose promise or part it is about. Absent: the promiser of an individual"
                    + " commitment; of the shared one, every contact whose part can be attested.")
        Party by,
    @NotNull @Schema(description = "When it arrived: not after the deadline.") Instant happenedAt,
    @Size(max = 2000) String note,
    @Size(max = 20) @Schema(description = "Links that show it, `https` only.")
        List<@Size(max = 2000) @Pattern(regexp = NewDelivery.LINK) String> evidence) {}
