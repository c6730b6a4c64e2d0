package dev.followthrough.commitments.promise;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody says no before promising. */
@Schema(name = "NewDecline")
public record NewDecline(
    @Schema(
            description =
                "Who declines. Absent: the promiser of an individual commitment; everybody whose"
                    + " part of the shared one is still open.")
        Party by,
    @Schema(description = "Not after now. Absent: now.") Instant happenedAt,
    @Schema(description = "Who says so: the owner, or a contact who told them. Absent: `owner`.")
        Party reportedBy,
    @Size(max = 2000) String note) {

  static final NewDecline PLAIN = new NewDecline(null, null, null, null);
}
