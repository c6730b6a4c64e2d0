package dev.followthrough.contacts.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.contacts.calendar.format.Finding;
import dev.followthrough.contacts.calendar.format.Reason;
import dev.followthrough.contacts.calendar.format.Window;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the events of a file. */
record CalendarImportView(
    @Schema(description = "What takes place from this instant on was looked at.") @NotNull
        Instant from,
    @Schema(description = "Up to this instant.") @NotNull Instant to,
    @NotNull Integer scheduled,
    @NotNull Integer changed,
    @NotNull Integer unchanged,
    @NotNull Integer cancelled,
    @NotNull Integer skipped,
    @Schema(description = "Each event, and of a series each occurrence, within the window.")
        @NotNull
        List<ImportedEvent> events) {

  enum ImportOutcome {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("skipped")
    SKIPPED
  }

  record ImportedEvent(
      @Schema(description = "Empty where the event has none.") @NotNull String uid,
      @Schema(description = "Absent where that cannot be told.") Instant startsAt,
      @NotNull ImportOutcome outcome,
      UUID meetingId,
      @Schema(description = "Why nothing was done, or why it was cancelled.") Reason reason,
      @Schema(description = "The reason in words.") String detail) {

    static ImportedEvent of(Finding finding, ImportOutcome outcome, UUID meetingId, Reason reason) {
      return of(finding.uid(), finding.startsAt(), outcome, meetingId, reason);
    }

    static ImportedEvent of(
        String uid, Instant startsAt, ImportOutcome outcome, UUID meetingId, Reason reason) {
      return new ImportedEvent(
          uid, startsAt, outcome, meetingId, reason, reason == null ? null : reason.words());
    }
  }

  static CalendarImportView of(Window window, List<ImportedEvent> events) {
    return new CalendarImportView(
        window.from(),
        window.to(),
        count(events, ImportOutcome.SCHEDULED),
        count(events, ImportOutcome.CHANGED),
        count(events, ImportOutcome.UNCHANGED),
        count(events, ImportOutcome.CANCELLED),
        count(events, ImportOutcome.SKIPPED),
        events);
  }

  private static int count(List<ImportedEvent> events, ImportOutcome outcome) {
    return (int) events.stream().filter(event -> event.outcome() == outcome).count();
  }
}
