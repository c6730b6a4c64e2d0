package dev.followthrough.notifications.policy;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the owner is reminded of what is for a day. */
public record DayReminders(
    @NotNull @Schema(description = "Whether there are any.") Boolean on,
    @NotNull @Schema(description = "At what time of that day, in the owner's zone.")
        LocalTime at) {}
