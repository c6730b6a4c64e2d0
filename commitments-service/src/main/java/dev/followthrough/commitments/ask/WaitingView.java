package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskDirection;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An ask that waits, with one of its contacts. */
@Schema(name = "WaitingAsk")
record WaitingView(
    @NotNull UUID askId,
    @NotNull UUID contactId,
    @NotNull UUID touchId,
    @NotNull AskDirection direction,
    @NotNull String words,
    UUID goalId,
    String offer,
    @NotNull Instant askedAt,
    @NotNull AskStatus status,
    @Schema(description = "Since when it stands so.") @NotNull Instant since,
    @Schema(description = "The day on which it comes back.") LocalDate deferredUntil,
    @Schema(description = "Whether that day has come.") @NotNull Boolean cameBack) {

  static WaitingView of(Ask ask, Asked asked) {
    return new WaitingView(
        ask.id,
        asked.contactId,
        asked.id,
        ask.direction,
        ask.words,
        ask.goalId,
        ask.offer,
        ask.askedAt,
        asked.status,
        asked.since,
        asked.deferredUntil,
        asked.cameBack);
  }

  /** A part of the list of what waits. */
  @Schema(name = "WaitingAskPage")
  record WaitingPage(@NotNull List<WaitingView> items, String nextCursor) {}
}
