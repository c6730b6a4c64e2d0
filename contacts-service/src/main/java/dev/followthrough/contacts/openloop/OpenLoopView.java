package dev.followthrough.contacts.openloop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchKind;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An open loop as a client reads it. */
record OpenLoopView(
    @Schema(description = "The id of the touch that waits.") @NotNull UUID id,
    @NotNull UUID contactId,
    @NotNull LoopReason reason,
    @Schema(description = "The kind of the touch that waits.") @NotNull TouchKind kind,
    @NotNull LoopState state,
    @Schema(description = "When the contact asked or thanked.") @NotNull Instant happenedAt,
    @Schema(description = "Three days later.") @NotNull Instant openedAt,
    Instant letGoAt) {

  enum LoopState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("letGo")
    LET_GO
  }

  static OpenLoopView of(OpenLoop loop) {
    return new OpenLoopView(
        loop.id,
        loop.contactId,
        loop.reason,
        loop.kind,
        state(loop),
        loop.happenedAt,
        loop.opensAt,
        loop.letGoAt);
  }

  private static LoopState state(OpenLoop loop) {
    if (loop.answered) {
      return LoopState.ANSWERED;
    }
    return loop.letGoAt == null ? LoopState.OPEN : LoopState.LET_GO;
  }

  /** A part of the list of open loops. */
  record OpenLoopPage(@NotNull List<OpenLoopView> items, String nextCursor) {}
}
