package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A commitment as clients see it, with its wordings, its parts and its whole history. */
@Schema(name = "Commitment")
public record CommitmentView(
    @NotNull UUID id,
    @NotNull UUID agreementId,
    @NotNull UUID meetingId,
    @NotNull CommitmentKind kind,
    @NotNull CommitmentStatus status,
    @Schema(description = "Who owes it; absent for the shared one, which all owe a part of.")
        Party promiser,
    @Schema(
            description =
                "To whom it is due; absent for the shared one, and for the owner's in a group until"
                    + " the owner has named a contact.")
        Party receiver,
    @Schema(description = "The words in force; absent until there are some.") String text,
    @NotNull Complexity complexity,
    String area,
    @Schema(description = "The id of the action idea that it came from.") String actionIdea,
    @Schema(description = "The number of the wording in force.") Integer wording,
    @NotNull Instant dueAt,
    @NotNull List<PartView> parts,
    @Schema(description = "Of a missed one: whose parts are missing.") List<Party> missing,
    @NotNull List<Wording> wordings,
    @NotNull List<Report> reports) {

  public static CommitmentView of(Changeable held) {
    return switch (held) {
      case Commitment commitment -> view(commitment);
    };
  }

  private static CommitmentView view(Commitment c) {
    var words = c.words();
    var missing = c.partiesIn(CommitmentStatus.MISSED);
    return new CommitmentView(
        c.id,
        c.agreement.id,
        c.agreement.meetingId,
        c.kind,
        c.status,
        c.promiser,
        c.receiver,
        words.text(),
        words.complexity(),
        words.area(),
        words.actionIdea(),
        c.inForce,
        c.agreement.dueAt,
        c.parts.stream().map(part -> PartView.of(c, part)).toList(),
        missing.isEmpty() ? null : missing,
        c.wordings,
        c.reports);
  }

  /**
   * One person's share: the whole of an individual commitment, or their part of the shared one.
   *
   * @param late whether a delivery was recorded after the deadline only
   * @param corrected whether it counted as missed until its receiver attested otherwise
   */
  @Schema(name = "Part")
  public record PartView(
      @NotNull Party by,
      @NotNull CommitmentStatus status,
      Instant promisedAt,
      Instant deliveredAt,
      @NotNull Boolean late,
      @NotNull Boolean corrected,
      @NotNull Boolean apologised) {

    static PartView of(Commitment c, Part part) {
      boolean corrected =
          part.state() == CommitmentStatus.DELIVERED && c.has(Report.Kind.MISSED, part.by());
      var delivery = c.report(corrected ? Report.Kind.ATTESTED : Report.Kind.DELIVERED, part.by());
      return new PartView(
          part.by(),
          part.state(),
          c.report(Report.Kind.PROMISED, part.by()).map(Report::happenedAt).orElse(null),
          delivery.map(Report::happenedAt).orElse(null),
          part.state() == CommitmentStatus.MISSED && delivery.isPresent(),
          corrected,
          c.has(Report.Kind.APOLOGISED, part.by()));
    }
  }
}
