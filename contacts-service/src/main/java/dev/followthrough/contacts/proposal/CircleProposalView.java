package dev.followthrough.contacts.proposal;

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
    @NotNull CircleProposalReason reason) {

  /** Why a move is proposed. */
  record CircleProposalReason(
      @NotNull CircleReason code,
      @NotBlank String words,
      @Schema(description = "What the words rest on, by name.") @NotNull
          Map<String, BigDecimal> numbers) {}

  static CircleProposalView of(Proposed one) {
    var proposal = one.proposal();
    return new CircleProposalView(
        one.contact().id(),
        one.contact().name(),
        one.contact().circle(),
        proposal.to(),
        new CircleProposalReason(proposal.reason(), proposal.words(), proposal.numbers()));
  }

  /** A part of the list of proposals. */
  record CircleProposalPage(@NotNull List<CircleProposalView> items, String nextCursor) {}
}
