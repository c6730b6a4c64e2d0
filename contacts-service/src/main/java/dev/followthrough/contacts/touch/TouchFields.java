package dev.followthrough.contacts.touch;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be corrected of a touch: everything but whose it is and with whom. */
record TouchFields(
    @NotNull TouchKind kind,
    @Schema(description = "Not after now. Absent: now.") Instant happenedAt,
    @Schema(description = "Needs the scope contacts:private.") @Size(max = 10000) String note,
    @Schema(description = "The touch that this one answers: of the same contact, the other side.")
        UUID answers,
    @Schema(
            description =
                "It answers only by asking to go on elsewhere; that closes no open loop. Absent:"
                    + " false.")
        Boolean redirects,
    @Schema(description = "Absent: false.") Boolean asksQuestion,
    @Schema(description = "Absent: true for a question, else false.") Boolean awaitsReply,
    @Schema(description = "Absent: false.") Boolean saysThanks,
    @Schema(description = "Whether it asks how the other is. Absent: no.") AsksAfter asksAfter,
    @Schema(
            description =
                "Whether it wants nothing for oneself. Absent: false for what asks a question or"
                    + " awaits a reply without asking after the other.")
        Boolean asksNothing,
    @Schema(description = "Only of an outbound touch. Absent: false.") Boolean tellsWhatIDoNow)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (isTrue(redirects) && answers == null) {
      faults.add("/redirects", "only-answers", "belongs to a touch that answers another");
    }
  }

  boolean awaits() {
    return awaitsReply == null ? isTrue(asksQuestion) : awaitsReply;
  }

  boolean wantsNothing() {
    if (asksNothing != null) {
      return asksNothing;
    }
    return asksAfterOrNo() != AsksAfter.NO || !isTrue(asksQuestion) && !awaits();
  }

  AsksAfter asksAfterOrNo() {
    return asksAfter == null ? AsksAfter.NO : asksAfter;
  }

  /** The same, when what it answered is gone. */
  TouchFields answeringNothing() {
    return new TouchFields(
        kind,
        happenedAt,
        note,
        null,
        null,
        asksQuestion,
        awaitsReply,
        saysThanks,
        asksAfter,
        asksNothing,
        tellsWhatIDoNow);
  }

  /** The same, when nobody waits for an answer any more. */
  TouchFields awaitingNoReply() {
    return new TouchFields(
        kind,
        happenedAt,
        note,
        answers,
        redirects,
        asksQuestion,
        false,
        saysThanks,
        asksAfter,
        asksNothing,
        tellsWhatIDoNow);
  }

  static boolean isTrue(Boolean said) {
    return Boolean.TRUE.equals(said);
  }
}
