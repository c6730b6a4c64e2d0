package dev.followthrough.commitments.nextaction;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how long a line is to be out of sight. */
@Schema(name = "NewSnooze")
record NewSnooze(
    @Schema(description = "Until when. After now, and 366 days ahead at most.") @NotNull
        Instant until) {}
