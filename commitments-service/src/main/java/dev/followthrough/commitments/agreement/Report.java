package dev.followthrough.commitments.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line in the history of a commitment. Lines are added and never changed: a corrected miss
 * stands beside its correction.
 *
 * @param by whose promise or part it is about
 * @param reportedBy who said so; absent for what the deadline or a removal did by itself
 * @param wording the wording that was promised
 * @param late of a delivery: whether it was recorded after the deadline had passed
 * @param said of an apology: what was said
 * @param offered of an apology: what is offered instead
 * @param throughLink true when who reported it said so through a share link; else absent
 */
public record Report(
    @NotNull Kind kind,
    @NotNull Party by,
    Party reportedBy,
    @NotNull Instant happenedAt,
    @NotNull Instant recordedAt,
    Integer wording,
    Boolean late,
    String note,
    @NotNull List<String> evidence,
    String said,
    String offered,
    @Schema(
            description =
                "True when who reported it said so themselves, through a share link; absent when"
                    + " the owner recorded it.")
        Boolean throughLink) {

  /** What the line says. */
  @Schema(name = "ReportKind")
  public enum Kind {
    @JsonProperty("promised")
    PROMISED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("missed")
    MISSED,
    @JsonProperty("lapsed")
    LAPSED,
    @JsonProperty("attested")
    ATTESTED,
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("apologised")
    APOLOGISED,
    @JsonProperty("voided")
    VOIDED
  }

  static Report of(Kind kind, Party by, Told told) {
    return new Report(
        kind,
        by,
        told.reportedBy(),
        told.happenedAt(),
        told.recordedAt(),
        null,
        null,
        told.note(),
        told.evidence(),
        null,
        null,
        told.throughLink() ? true : null);
  }

  static Report byItself(Kind kind, Party by, Instant happenedAt, Instant recordedAt) {
    return new Report(
        kind, by, null, happenedAt, recordedAt, null, null, null, List.of(), null, null, null);
  }

  /** The side that said it: the owner's, whomever it named, unless it came through a share link. */
  public Party side() {
    return Boolean.TRUE.equals(throughLink) ? reportedBy : Party.OWNER;
  }

  Report toWording(int number) {
    return new Report(
        kind,
        by,
        reportedBy,
        happenedAt,
        recordedAt,
        number,
        late,
        note,
        evidence,
        said,
        offered,
        throughLink);
  }

  Report late(boolean isLate) {
    return new Report(
        kind,
        by,
        reportedBy,
        happenedAt,
        recordedAt,
        wording,
        isLate,
        note,
        evidence,
        said,
        offered,
        throughLink);
  }

  Report apology(String words, String instead) {
    return new Report(
        kind,
        by,
        reportedBy,
        happenedAt,
        recordedAt,
        wording,
        late,
        note,
        evidence,
        words,
        instead,
        throughLink);
  }

  /** Only what happened and when is left. */
  Report forgotten() {
    return new Report(
        kind, by, null, happenedAt, recordedAt, wording, late, null, List.of(), null, null, null);
  }
}
