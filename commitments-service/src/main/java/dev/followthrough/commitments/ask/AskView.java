package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskDirection;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.TouchKind;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An ask as a client reads it, with what came of it with each contact. */
@Schema(name = "Ask")
record AskView(
    @NotNull UUID id,
    @NotNull AskDirection direction,
    @NotNull TouchKind kind,
    @NotNull String words,
    UUID goalId,
    String offer,
    @NotNull Instant askedAt,
    @Schema(description = "Those who are in the network.") @NotNull List<AskedView> contacts,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  /**
   * @param withStanding whether what rests on standing is shown
   */
  static AskView of(Ask ask, List<Asked> of, boolean withStanding) {
    return new AskView(
        ask.id,
        ask.direction,
        ask.kind,
        ask.words,
        ask.goalId,
        ask.offer,
        ask.askedAt,
        of.stream().map(asked -> AskedView.of(asked, withStanding)).toList(),
        ask.createdAt,
        ask.changedAt);
  }

  /** What came of the ask with one contact. */
  @Schema(name = "Asked")
  record AskedView(
      @NotNull UUID contactId,
      @Schema(description = "The touch that the ask is.") @NotNull UUID touchId,
      @NotNull AskStatus status,
      @Schema(description = "Since when it stands so.") @NotNull Instant since,
      @Schema(description = "Of a deferred one: the day on which it comes back.")
          LocalDate deferredUntil,
      @Schema(description = "Whether that day has come.") @NotNull Boolean cameBack,
      LossReason reason,
      @Schema(description = "Of a lost one.") WentBefore before,
      @NotNull List<AskStep> steps) {

    static AskedView of(Asked asked, boolean withStanding) {
      return new AskedView(
          asked.contactId,
          asked.id,
          asked.status,
          asked.since,
          asked.deferredUntil,
          asked.cameBack,
          asked.reason,
          asked.before == null || withStanding ? asked.before : asked.before.withoutStanding(),
          asked.steps);
    }
  }

  /** A part of the list of asks. */
  @Schema(name = "AskPage")
  record AskPage(@NotNull List<AskView> items, String nextCursor) {}
}
