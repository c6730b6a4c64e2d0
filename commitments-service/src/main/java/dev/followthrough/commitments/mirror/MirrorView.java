package dev.followthrough.commitments.mirror;

import dev.followthrough.commitments.figure.Digits;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.ReliabilityState;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The owner's own standing, as the network would see it. */
@Schema(name = "Mirror")
record MirrorView(
    @NotNull Instant asOf,
    @NotNull @Schema(description = "Over the owner's promises to everybody.") OwnPromises promises,
    @Schema(description = "Mean of the assessments the owner may see, 1 to 5; absent without any.")
        Double quality,
    @Schema(description = "The same of the work shared with others.") Double collaboration,
    @NotNull @Schema(description = "The value that went both ways, with everybody.") OwnValue value,
    @NotNull @Schema(description = "Of those met in a year, who was reached out to in 7 days.")
        OwnFollowUp followUp,
    @NotNull @Schema(description = "Introductions made in 365 days.") Integer introductionsMade,
    @NotNull @Schema(description = "How often the owner asked somebody in 365 days.") Integer asks,
    @NotNull @Schema(description = "Favours done and individual promises delivered in 365 days.")
        Integer gives,
    @NotNull @Schema(description = "Missed promises without an apology, latest first, up to 200.")
        List<OwedApology> apologiesOwed) {

  private static final int SHOWN = 200;

  /** Whether the owner keeps promises. */
  @Schema(name = "OwnPromises")
  record OwnPromises(
      @NotNull ReliabilityState state,
      @Schema(description = "Absent unless tested, like the interval.") Double estimate,
      Double lower,
      Double upper,
      @NotNull Double weight,
      @NotNull Integer kept,
      @NotNull Integer missed) {

    static OwnPromises of(Reliability r) {
      return new OwnPromises(
          r.state(),
          r.isTested() ? Digits.shown(r.estimate()) : null,
          r.isTested() ? Digits.shown(r.lower()) : null,
          r.isTested() ? Digits.shown(r.upper()) : null,
          Digits.shown(r.weight()),
          r.kept(),
          r.missed());
    }
  }

  /** What went both ways. */
  @Schema(name = "OwnValue")
  record OwnValue(
      @NotNull Double value,
      @NotNull Double given,
      @NotNull Double received,
      @NotNull ReciprocityBalance balance) {

    static OwnValue of(Reciprocity r) {
      return new OwnValue(
          Digits.shown(r.value()),
          Digits.shown(r.given()),
          Digits.shown(r.received()),
          r.balance());
    }
  }

  /** Whether the owner follows up. */
  @Schema(name = "OwnFollowUp")
  record OwnFollowUp(
      @NotNull @Schema(description = "People met, once for each meeting.") Integer met,
      @NotNull Integer followedUp) {}

  /** A promise that the owner missed. */
  @Schema(name = "OwedApology")
  record OwedApology(
      @NotNull UUID commitmentId,
      @Schema(description = "Absent for a part of the shared one, which is owed to all.")
          UUID contactId,
      String text,
      @NotNull Instant dueAt) {

    static OwedApology of(Ended missed) {
      return new OwedApology(
          missed.commitmentId(),
          missed.receiver() == null ? null : missed.receiver().contact(),
          missed.text(),
          missed.closedAt());
    }
  }

  static List<OwedApology> apologies(List<Ended> owed) {
    return owed.stream().limit(SHOWN).map(OwedApology::of).toList();
  }
}
