package dev.followthrough.commitments.delivery;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The other side says that a delivery which was claimed did not arrive. */
@Schema(name = "NewDenial")
public record NewDenial(
    @Schema(description = "Whose delivery is denied; needed where several have delivered.")
        Party by,
    @Schema(
            description =
                "Whose word it is: the owner's, who alone speaks by this call. Absent: `owner`.")
        Party reportedBy,
    @Schema(description = "When it was said. Absent: now.") Instant happenedAt,
    @Size(max = 2000) String note) {

  static final NewDenial PLAIN = new NewDenial(null, null, null, null);
}
