package dev.followthrough.commitments.ask;

import dev.followthrough.events.LossReason;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an ask with one of its contacts. */
@Schema(name = "NewAskOutcome")
record NewOutcome(
    @NotNull UUID contactId,
    @Schema(description = "Anything but `asked`.") @NotNull AskStatus status,
    @Schema(description = "Neither before what came last nor after now. Absent: now.")
        Instant happenedAt,
    @Schema(
            description =
                "Of a deferred one, and needed there: the day in the owner's zone on which it comes"
                    + " back, after the day of `happenedAt`.")
        LocalDate until,
    @Schema(description = "Of a lost one, and needed there: why, as far as the owner knows.")
        LossReason reason,
    @Size(max = 2000) String words)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (status == AskStatus.ASKED) {
      faults.add("/status", "one-of", "must be what came of the ask");
    }
    needed(faults, "/until", until, status == AskStatus.DEFERRED, "deferred");
    needed(faults, "/reason", reason, status == AskStatus.LOST, "lost");
  }

  AskStep step(Instant now) {
    return new AskStep(status, happenedAt == null ? now : happenedAt, now, until, reason, words);
  }

  private static void needed(Faults faults, String field, Object said, boolean here, String where) {
    if (here && said == null) {
      faults.add(field, "required", "is required of one that was " + where);
    } else if (!here && said != null) {
      faults.add(field, "only-" + where, "belongs to one that was " + where);
    }
  }
}
