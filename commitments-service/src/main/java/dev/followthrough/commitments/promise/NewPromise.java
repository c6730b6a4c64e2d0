package dev.followthrough.commitments.promise;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody promises. */
@Schema(name = "NewPromise")
public record NewPromise(
    @Schema(
            description =
                "Who promises. Absent: the promiser of an individual commitment; everybody whose"
                    + " part of the shared one is still open, agreed together.")
        Party by,
    @Min(1)
        @Max(100)
        @Schema(
            description =
                "The wording that is promised; it must be in force. Absent: the one that is.")
        Integer wording,
    @Schema(description = "Not after now. Absent: now.") Instant happenedAt,
    @Schema(description = "Who says so: the owner, or a contact who told them. Absent: `owner`.")
        Party reportedBy,
    @Size(max = 2000) String note) {

  static final NewPromise PLAIN = new NewPromise(null, null, null, null, null);
}
