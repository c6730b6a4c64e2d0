package dev.followthrough.notifications.reminder;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder as the API shows it. */
record ReminderView(
    @NotNull UUID id,
    @NotNull ReminderKind kind,
    @NotNull ReminderTiming timing,
    @NotNull ReminderStatus status,
    @Schema(description = "Of promises and assessments: their agreement.") UUID agreementId,
    UUID meetingId,
    @Schema(description = "Of keeping in touch and of asks: whom it is about.") UUID contactId,
    String name,
    @Schema(description = "Of an ask to come back to: which one.") UUID askId,
    @Schema(description = "Of keeping in touch and of asks: the day.") LocalDate on,
    @Schema(
            description =
                "What it comes before: the agreement's deadline, or the end of assessing.")
        Instant dueAt,
    @Schema(description = "How long before the deadline, as an ISO 8601 duration.") String lead,
    @NotNull @Schema(description = "When it goes out, or was to.") Instant remindAt,
    @Schema(description = "The same by the owner's clock, as it was planned.") String remindAtLocal,
    @Schema(description = "The zone by which it was planned.") String timeZone,
    @Schema(description = "The version of the time zone database by which it was planned.")
        String zoneRules,
    Instant snoozedUntil,
    @Schema(description = "The one that had been sent, of which this is the next occurrence.")
        UUID repeats,
    @Schema(description = "The event that it went out as; several can share one.") UUID eventId,
    @Schema(description = "When it was sent, skipped or cancelled.") Instant settledAt,
    Instant acknowledgedAt) {

  static ReminderView of(Reminder reminder) {
    return new ReminderView(
        reminder.id,
        reminder.kind(),
        reminder.timing(),
        reminder.status(),
        reminder.subjectId == null ? reminder.agreementId : reminder.subjectId,
        reminder.meetingId,
        reminder.contact(),
        reminder.name,
        reminder.askId,
        reminder.onDay,
        reminder.dueAt,
        reminder.isBefore() ? reminder.lead().toString() : null,
        reminder.remindAt,
        reminder.wallTime,
        reminder.zone,
        reminder.zoneRules,
        reminder.snoozedUntil,
        reminder.repeats,
        reminder.eventId,
        reminder.settledAt,
        reminder.acknowledgedAt);
  }

  /** A part of the list of reminders, the earliest first. */
  record ReminderPage(@NotNull List<ReminderView> items, String nextCursor) {}
}
