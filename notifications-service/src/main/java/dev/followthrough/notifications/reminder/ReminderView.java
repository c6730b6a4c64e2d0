package dev.followthrough.notifications.reminder;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder as the API shows it. */
record ReminderView(
    @NotNull UUID id,
    @NotNull UUID agreementId,
    @NotNull UUID meetingId,
    @NotNull ReminderKind kind,
    @NotNull @Schema(description = "The agreement's deadline.") Instant dueAt,
    @NotNull Instant remindAt,
    @NotNull ReminderStatus status,
    @Schema(description = "The event that it went out as; several can share one.") UUID eventId,
    @Schema(description = "When it was sent or cancelled.") Instant settledAt) {

  static ReminderView of(Reminder reminder) {
    return new ReminderView(
        reminder.id,
        reminder.agreementId,
        reminder.meetingId,
        reminder.kind,
        reminder.dueAt,
        reminder.remindAt,
        reminder.status,
        reminder.eventId,
        reminder.settledAt);
  }

  /** A part of the list of reminders, the earliest first. */
  record ReminderPage(@NotNull List<ReminderView> items, String nextCursor) {}
}
