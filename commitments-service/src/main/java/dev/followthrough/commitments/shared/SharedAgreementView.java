package dev.followthrough.commitments.shared;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.events.Complexity;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agreement as one contact may see it through their share link: the shared action, what they
 * promised, what is owed to them. No note, evidence, caveat or figure is in it, and of others at
 * most their names.
 */
@Schema(name = "SharedAgreement")
public record SharedAgreementView(
    @Schema(description = "The name that the owner signed the link with.") String from,
    @Schema(description = "The name under which the owner knows who reads this.") String you,
    @NotNull Instant dueAt,
    @NotNull
        @Schema(
            description = "The deadline in the owner's zone, with its offset there.",
            examples = "2026-03-29T12:00:00+02:00")
        String dueAtLocal,
    @NotNull @Schema(description = "The owner's zone.", examples = "Europe/Berlin") String timeZone,
    @NotNull @Schema(description = "The last instant at which the link opens.") Instant expiresAt,
    @Schema(description = "The other participants' names, when the owner lets them be seen.")
        List<String> others,
    @Schema(description = "When whoever reads this said \"no thanks\".") Instant noThanksAt,
    @NotNull List<SharedCommitmentView> commitments) {

  /** What a commitment is to the one who reads. */
  @Schema(name = "SharedRole")
  public enum Role {
    @JsonProperty("together")
    TOGETHER,
    @JsonProperty("yours")
    YOURS,
    @JsonProperty("owedToYou")
    OWED_TO_YOU
  }

  /** What can be said about a commitment through the link. */
  @Schema(name = "SharedAct")
  public enum Act {
    @JsonProperty("promise")
    PROMISE,
    @JsonProperty("decline")
    DECLINE,
    @JsonProperty("propose")
    PROPOSE,
    @JsonProperty("accept")
    ACCEPT,
    @JsonProperty("deliver")
    DELIVER,
    @JsonProperty("apologise")
    APOLOGISE,
    @JsonProperty("confirm")
    CONFIRM,
    @JsonProperty("deny")
    DENY,
    @JsonProperty("assess")
    ASSESS
  }

  /**
   * A commitment that concerns who reads.
   *
   * @param can what makes sense to be offered now; the rules decide when it is done
   */
  @Schema(name = "SharedCommitment")
  public record SharedCommitmentView(
      @NotNull UUID id,
      @NotNull Role role,
      @Schema(description = "The words in force; absent until there are some.") String text,
      @NotNull Complexity complexity,
      @Schema(description = "The number of the wording in force.") Integer wording,
      @Schema(description = "The reader's own part; absent where only the owner has one.")
          SharedPart yours,
      @Schema(description = "The owner's part; absent where only the reader has one.")
          SharedPart owners,
      @NotNull
          @Schema(
              description =
                  "Whether the reader's word on the words in force, that they suggested or accepted"
                      + " them, is the owner's record of it, and not said through a link.")
          Boolean wordsRecordedByOwner,
      @NotNull
          @Schema(
              description = "Wordings that wait, of the shared action also other participants'.")
          List<WaitingWording> waiting,
      @NotNull List<SharedMark> assessments,
      @NotNull List<Act> can) {

    public boolean can(Act act) {
      return can.contains(act);
    }
  }

  /** One side's share of it. */
  @Schema(name = "SharedPart")
  public record SharedPart(
      @NotNull CommitmentStatus status,
      Instant promisedAt,
      Instant deliveredAt,
      @NotNull @Schema(description = "Delivered after the deadline only.") Boolean late,
      @NotNull @Schema(description = "Missed, until its receiver said that it arrived in time.")
          Boolean corrected,
      @NotNull Boolean apologised,
      @NotNull
          @Schema(
              description =
                  "Of the reader's part: what the owner recorded that the reader said or did, and"
                      + " the reader has not said through a link. Of promised, declined, delivered,"
                      + " apologised.")
          List<Report.Kind> recordedByOwner) {}

  /** A counter-proposal that nobody has replaced. */
  @Schema(name = "WaitingWording")
  public record WaitingWording(
      @NotNull Integer number,
      String text,
      @NotNull Complexity complexity,
      @NotNull @Schema(description = "Whether the reader proposed it.") Boolean yours,
      @NotNull
          @Schema(
              description =
                  "Whether the owner proposed it. Neither: another participant did; who is not"
                      + " said.")
          Boolean owners,
      @NotNull @Schema(description = "Whether it is the reader's to accept.") Boolean acceptable,
      @NotNull
          @Schema(
              description =
                  "Of one that the reader proposed: whether the owner recorded that, and the reader"
                      + " has not said so through a link.")
          Boolean recordedByOwner) {}

  /** An assessment, by the reader or of the reader. */
  @Schema(name = "SharedMark")
  public record SharedMark(
      @NotNull @Schema(description = "Whether the reader gave it; else the owner did.")
          Boolean yours,
      @NotNull Instant givenAt,
      @NotNull @Schema(description = "Not to be seen yet: without value and comment.")
          Boolean blind,
      Integer value,
      String comment) {}
}
