package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.keepintouch.PlanSearch.Place;
import dev.followthrough.contacts.reason.Reason;
import dev.followthrough.events.Circle;
import dev.followthrough.events.KeepInTouchReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose turn it is to be written to on a day, and why, as a client reads it. */
record TurnView(
    @NotNull UUID contactId,
    @NotBlank String name,
    @NotNull Circle circle,
    @Schema(
            description =
                "The planned day, in the owner's zone; today for a turn that was told before and not"
                    + " taken.")
        @NotNull
        LocalDate on,
    @Schema(description = "When it was due first: the last touch plus the cadence.") @NotNull
        LocalDate dueOn,
    @Schema(description = "How many days after that the planned day is.") @NotNull
        Integer overdueDays,
    @NotNull Integer daysSilent,
    @NotNull KeepInTouchReason reason,
    @Schema(description = "Why to write.") @NotBlank String words,
    @Schema(description = "One question to ask.") @NotBlank String question,
    @Schema(description = "Whether the event keep_in_touch.due has gone out.") @NotNull
        Boolean told) {

  static TurnView of(PlannedTurn one, Reason reason, ZoneId zone) {
    var turn = one.turn();
    var dueOn = turn.firstDueOn(zone);
    return new TurnView(
        turn.contactId(),
        turn.name(),
        turn.circle(),
        one.on(),
        dueOn,
        (int) Math.max(0, one.on().toEpochDay() - dueOn.toEpochDay()),
        turn.daysSilent(one.on(), zone),
        reason.code(),
        reason.words(),
        reason.question(),
        one.told());
  }

  /** A turn with its place in the list. */
  record Placed(TurnView view, Place place) {}

  /** A part of the plan. */
  record KeepInTouchPage(@NotNull List<TurnView> items, String nextCursor) {}
}
