package dev.followthrough.contacts.proposal;

import dev.followthrough.contacts.circle.CircleRule;
import dev.followthrough.contacts.circle.CircleRule.CircleReason;
import dev.followthrough.contacts.proposal.CircleProposals.Proposed;
import dev.followthrough.events.Circle;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A move to another circle that is proposed, as a client reads it. */
record CircleProposalView(
    @NotNull UUID contactId,
    @NotBlank String name,
    @NotNull Circle from,
    @NotNull Circle to,
    @Schema(description = "The first of the reasons.") @NotNull CircleProposalReason reason,
    @Schema(description = "Every reason for this move.") @NotNull
        List<CircleProposalReason> reasons) {

  /** Why a move is proposed. */
  record CircleProposalReason(
      @NotNull CircleReason code,
      @NotBlank String words,
      @Schema(description = "What the words rest on, by name.") @NotNull
          Map<String, BigDecimal> numbers) {

    static CircleProposalReason of(CircleRule.Proposal proposal) {
      return new CircleProposalReason(proposal.reason(), proposal.words(), proposal.numbers());
    }
  }

  static CircleProposalView of(Proposed one) {
    var reasons = one.reasons().stream().map(CircleProposalReason::of).toList();
    return new CircleProposalView(
        one.contact().id(),
        one.contact().name(),
        one.contact().circle(),
        one.reasons().getFirst().to(),
        reasons.getFirst(),
        reasons);
  }

  /** A part of the list of proposals. */
  record CircleProposalPage(@NotNull List<CircleProposalView> items, String nextCursor) {}
}
