package dev.followthrough.notifications.email;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is mailed to the owner, as the API shows it. */
@Schema(description = "What is mailed to the owner, and where to.")
record EmailSettingsView(
    @NotNull
        @Schema(
            description = "Whether a mail server is configured here; without one none goes out.")
        Boolean available,
    @NotNull EmailStatus status,
    @Schema(description = "In the spelling that is used.") String address,
    @NotNull Boolean reminders,
    @NotNull Boolean digests,
    @Schema(description = "Until when the code that was mailed counts.") Instant confirmBefore) {

  static EmailSettingsView of(EmailAddress mine, boolean available) {
    return new EmailSettingsView(
        available, mine.status, mine.address, mine.reminders, mine.digests, mine.codeUntil);
  }
}
