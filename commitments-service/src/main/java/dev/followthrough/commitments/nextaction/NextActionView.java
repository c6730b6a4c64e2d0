package dev.followthrough.commitments.nextaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.commitments.action.HiddenLines.Hidden;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.nextaction.NextActions.Line;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.events.Circle;
import dev.followthrough.events.NextActionKind;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that the owner is to do. */
@Schema(name = "NextAction")
record NextActionView(
    @Schema(description = "The same for as long as it is to be done.") @NotNull UUID id,
    @NotNull NextActionKind kind,
    @Schema(description = "What to do and why. Never a figure, a note or a caveat.") @NotNull
        String words,
    @Schema(description = "What it is about, as a subject of events: `commitment/…`.") @NotNull
        String about,
    @NotNull List<WithContact> contacts,
    @Schema(description = "The nearest circle of those it is with.") Circle circle,
    @Schema(description = "The deadline; absent without one.") Instant doBy,
    @Schema(
            description =
                "Since when it is to be done; absent for a promise, which has a deadline.")
        Instant since,
    @NotNull DoneBy doneBy,
    @Schema(description = "Of a line that is hidden.") Hiding hidden) {

  /** Somebody it is with. */
  @Schema(name = "NextActionContact")
  record WithContact(@NotNull UUID contactId, @NotNull String name) {}

  /** The call by which it is done, after which the line leaves by itself. */
  @Schema(name = "NextActionCall")
  record DoneBy(@NotNull String method, @NotNull String path) {

    static DoneBy of(Doing doing) {
      return new DoneBy(doing.method(), doing.path());
    }
  }

  /** How and until when a line is out of sight; for good without an end. */
  @Schema(name = "NextActionHiding")
  record Hiding(@NotNull How how, Instant until, @NotNull Instant since) {

    static Hiding of(Hidden hidden) {
      return new Hiding(How.valueOf(hidden.how().name()), hidden.until(), hidden.at());
    }
  }

  /** Why a line is out of sight. */
  @Schema(name = "NextActionHidingKind")
  enum How {
    @JsonProperty("snoozed")
    SNOOZED,
    @JsonProperty("dismissed")
    DISMISSED,
    @JsonProperty("done")
    DONE
  }

  static NextActionView of(Line line) {
    var action = line.action();
    return new NextActionView(
        action.id(),
        action.kind(),
        line.words(),
        action.about(),
        line.with().stream().map(one -> new WithContact(one.id(), one.name())).toList(),
        line.with().stream().map(KnownPerson::circle).min(Circle::compareTo).orElse(null),
        action.doBy(),
        action.since(),
        DoneBy.of(action.doing()),
        line.hidden() == null ? null : Hiding.of(line.hidden()));
  }

  /** A part of the owner's list. */
  @Schema(name = "NextActionPage")
  record NextActionPage(@NotNull List<NextActionView> items, String nextCursor) {}
}
