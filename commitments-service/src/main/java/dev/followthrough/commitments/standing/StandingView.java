package dev.followthrough.commitments.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.commitments.figure.Digits;
import dev.followthrough.commitments.figure.ExpectationGap;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.events.Circle;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.ReliabilityState;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact's standing as a client reads it: figures to two decimals. */
@Schema(name = "Standing")
record StandingView(
    @NotNull UUID contactId,
    @NotNull Instant asOf,
    @NotNull @Schema(description = "Of the contact towards the owner.") ReliabilityView reliability,
    @Schema(description = QUALITY) Double quality,
    @Schema(description = COLLABORATION) Double collaboration,
    @NotNull @Schema(description = "The same by the commitments' areas.") List<AreaView> areas,
    @NotNull @Schema(description = "How the owner works for the contact.") OwnerView owner,
    @NotNull ReciprocityView reciprocity,
    @NotNull GapView expectationGap,
    @NotNull @Schema(description = "Whether value goes from the owner to the contact only.")
        Boolean oneWay,
    @Schema(description = "Since when it has without a break.") Instant oneWaySince,
    @NotNull Boolean alwaysAsking,
    @NotNull AsksAfterView asksAfter,
    @NotNull @Schema(description = "Promises the owner missed to the contact without an apology.")
        Integer apologiesOwed,
    @NotNull @Schema(description = "Favours received without thanks.") Integer thanksOwed,
    @NotNull @Schema(description = "Where the owner has put the contact.") Circle circle,
    @Schema(description = "Absent when the evidence speaks for no move. Only the owner moves.")
        Circle proposedCircle) {

  private static final String QUALITY =
      "Mean of the assessments of individual work, 1 to 5; absent without any.";
  private static final String COLLABORATION =
      "Mean of the assessments of shared work, 1 to 5; absent without any.";

  static StandingView of(Standing s) {
    var known = s.known();
    return new StandingView(
        known.person().id(),
        known.asOf(),
        ReliabilityView.of(s.contact().reliability()),
        Digits.shown(s.contact().quality()),
        Digits.shown(s.contact().collaboration()),
        s.areas().entrySet().stream().map(e -> AreaView.of(e.getKey(), e.getValue())).toList(),
        OwnerView.of(s.owner()),
        ReciprocityView.of(s.reciprocity()),
        GapView.of(s.gap(), s.missed()),
        s.ties().oneWaySince().isPresent(),
        s.ties().oneWaySince().orElse(null),
        s.ties().alwaysAsking(),
        new AsksAfterView(s.ties().inboundTouches(), s.ties().askedAfter(), s.ties().courtesies()),
        s.apologiesOwed().size(),
        s.thanksOwed().size(),
        known.person().circle(),
        s.proposedCircle().orElse(null));
  }

  /** Whether somebody keeps promises. */
  @Schema(name = "Reliability")
  record ReliabilityView(
      @NotNull ReliabilityState state,
      @Schema(description = "(r+1)/(r+s+2); absent unless tested, like the interval.")
          Double estimate,
      @Schema(description = "Lower end of the 90% interval.") Double lower,
      @Schema(description = "Upper end of the 90% interval.") Double upper,
      @NotNull @Schema(description = "r + s: the evidence that has not faded.") Double weight,
      @NotNull @Schema(description = "How many were kept, however long ago.") Integer kept,
      @NotNull @Schema(description = "How many were missed or late, however long ago.")
          Integer missed) {

    static ReliabilityView of(Reliability r) {
      return new ReliabilityView(
          r.state(),
          r.isTested() ? Digits.shown(r.estimate()) : null,
          r.isTested() ? Digits.shown(r.lower()) : null,
          r.isTested() ? Digits.shown(r.upper()) : null,
          Digits.shown(r.weight()),
          r.kept(),
          r.missed());
    }
  }

  /** The contact's work in one area. */
  @Schema(name = "AreaStanding")
  record AreaView(
      @NotNull String area,
      @NotNull ReliabilityView reliability,
      @Schema(description = QUALITY) Double quality,
      @Schema(description = COLLABORATION) Double collaboration) {

    static AreaView of(String area, Work work) {
      return new AreaView(
          area,
          ReliabilityView.of(work.reliability()),
          Digits.shown(work.quality()),
          Digits.shown(work.collaboration()));
    }
  }

  /** The owner's work for the contact; the contact's assessments count once the owner saw them. */
  @Schema(name = "OwnerTowards")
  record OwnerView(
      @NotNull ReliabilityView reliability,
      @Schema(description = QUALITY) Double quality,
      @Schema(description = COLLABORATION) Double collaboration) {

    static OwnerView of(Work work) {
      return new OwnerView(
          ReliabilityView.of(work.reliability()),
          Digits.shown(work.quality()),
          Digits.shown(work.collaboration()));
    }
  }

  /** The value that went both ways. */
  @Schema(name = "StandingReciprocity")
  record ReciprocityView(
      @NotNull @Schema(description = "(received − given) / (received + given + 2).") Double value,
      @NotNull Double given,
      @NotNull Double received,
      @NotNull ReciprocityBalance balance) {

    static ReciprocityView of(Reciprocity r) {
      return new ReciprocityView(
          Digits.shown(r.value()),
          Digits.shown(r.given()),
          Digits.shown(r.received()),
          r.balance());
    }
  }

  /** What is expected of the contact against what they have shown. */
  @Schema(name = "ExpectationGap")
  record GapView(
      @NotNull Double bias,
      @NotNull Double expectation,
      @NotNull Double ability,
      @NotNull Double gap,
      @Schema(description = "Absent below a gap of 0.2, of which nothing is said.")
          GapVerdict verdict,
      @Schema(description = "Absent without a verdict.") Proposal proposes,
      @Schema(description = "Of somebody connected and not respected: what they missed.")
          List<MissedView> missed) {

    private static final int SHOWN = 10;

    static GapView of(ExpectationGap gap, List<Ended> missed) {
      var verdict = gap.verdict().orElse(null);
      boolean saysWhat = verdict == GapVerdict.CONNECTED_NOT_RESPECTED;
      return new GapView(
          Digits.shown(gap.bias()),
          Digits.shown(gap.expectation()),
          Digits.shown(gap.ability()),
          Digits.shown(gap.gap()),
          verdict,
          verdict == null ? null : saysWhat ? Proposal.SMALL_ONE : Proposal.ONE_ON_ONE_ON_ONE,
          saysWhat ? missed.stream().limit(SHOWN).map(MissedView::of).toList() : null);
    }
  }

  /** What to propose to the contact. */
  @Schema(name = "GapProposal")
  enum Proposal {
    /** A meeting with the 1:1:1. */
    @JsonProperty("oneOnOneOnOne")
    ONE_ON_ONE_ON_ONE,
    /** A small one at most. */
    @JsonProperty("smallOne")
    SMALL_ONE
  }

  /** A promise that the contact missed. */
  @Schema(name = "MissedPromise")
  record MissedView(@NotNull UUID commitmentId, String text, @NotNull Instant dueAt) {

    static MissedView of(Ended promise) {
      return new MissedView(promise.commitmentId(), promise.text(), promise.closedAt());
    }
  }

  /** How much the contact asked after the owner in a year. */
  @Schema(name = "AsksAfterCounts")
  record AsksAfterView(
      @NotNull @Schema(description = "All inbound touches.") Integer inboundTouches,
      @NotNull Integer real,
      @NotNull Integer courtesy) {}
}
