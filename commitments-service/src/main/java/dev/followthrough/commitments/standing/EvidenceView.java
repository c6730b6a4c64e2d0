package dev.followthrough.commitments.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.commitments.assessment.Assessed;
import dev.followthrough.commitments.figure.Digits;
import dev.followthrough.commitments.meeting.HeldMeeting;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.reliability.Fading;
import dev.followthrough.commitments.standing.AskSource.InboundAsk;
import dev.followthrough.commitments.touch.KnownTouch;
import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that happened, which a figure is reckoned from. */
@Schema(name = "Evidence")
record EvidenceView(
    @NotNull Kind kind,
    @NotNull
        @Schema(
            description =
                "Of the commitment (of an assessment too), touch, meeting, favour or ask.")
        UUID id,
    @NotNull Instant at,
    @NotNull @Schema(description = "Whose doing it is; of a meeting `owner`.") Party by,
    @Schema(description = "What a promise or a favour weighs before it fades.") Double weight,
    @Schema(description = "What it still counts, to two decimals.") Double counts,
    @Schema(description = "Of an assessment, 1 to 5.") Integer value,
    @Schema(description = "Of a promise: its area.") String area,
    @Schema(description = "Of a promise: its words. Of a favour: what it was.") String text,
    @Schema(description = "Of a touch that awaited one: when it was first answered.")
        Instant answeredAt,
    @Schema(description = "Of a touch: whether it asks after the other.") AsksAfter asksAfter,
    @Schema(description = "Of a missed promise: whether an apology was made.") Boolean apologised,
    @Schema(description = "Of a favour: whether thanks were said.") Boolean thanksSaid) {

  static final Comparator<EvidenceView> LATEST_FIRST =
      Comparator.comparing(EvidenceView::at)
          .reversed()
          .thenComparing(EvidenceView::kind)
          .thenComparing(one -> one.id().toString())
          .thenComparing(one -> one.by().toString());

  /** What it is. */
  @Schema(name = "EvidenceKind")
  enum Kind {
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("missed")
    MISSED,
    @JsonProperty("assessment")
    ASSESSMENT,
    @JsonProperty("touch")
    TOUCH,
    @JsonProperty("meeting")
    MEETING,
    @JsonProperty("favour")
    FAVOUR,
    @JsonProperty("ask")
    ASK
  }

  static EvidenceView of(Ended promise, Instant asOf) {
    return new EvidenceView(
        promise.kept() ? Kind.KEPT : Kind.MISSED,
        promise.commitmentId(),
        promise.closedAt(),
        promise.by(),
        (double) promise.outcome().weight(),
        Digits.shown(promise.outcome().weight() * Fading.at(promise.closedAt(), asOf)),
        null,
        promise.area(),
        promise.text(),
        null,
        null,
        promise.kept() ? null : promise.apologised(),
        null);
  }

  static EvidenceView of(Assessed one, Instant asOf) {
    return new EvidenceView(
        Kind.ASSESSMENT,
        one.commitmentId(),
        one.at(),
        one.by(),
        1.0,
        Digits.shown(Fading.at(one.at(), asOf)),
        one.value(),
        one.area(),
        null,
        null,
        null,
        null,
        null);
  }

  static EvidenceView of(Value deed, Party contact, Instant asOf) {
    return new EvidenceView(
        Kind.FAVOUR,
        deed.subjectId(),
        deed.at(),
        deed.direction() == ValueDirection.GIVEN ? Party.OWNER : contact,
        deed.weight(),
        Digits.shown(Reciprocity.faded(deed, asOf)),
        null,
        null,
        deed.kind(),
        null,
        null,
        null,
        deed.thanksSaid());
  }

  static EvidenceView of(KnownTouch touch, Party contact) {
    return plain(
        Kind.TOUCH,
        touch.id(),
        touch.happenedAt(),
        touch.isOutbound() ? Party.OWNER : contact,
        touch.answeredAt(),
        touch.asksAfter());
  }

  static EvidenceView of(HeldMeeting meeting) {
    return plain(Kind.MEETING, meeting.id(), meeting.endsAt(), Party.OWNER, null, null);
  }

  static EvidenceView of(InboundAsk ask, Party contact) {
    return plain(Kind.ASK, ask.id(), ask.askedAt(), contact, null, null);
  }

  /** A place in the order of a list. */
  static EvidenceView place(Instant at, String kind, UUID id, String by) {
    return plain(Kind.valueOf(kind), id, at, Party.parse(by), null, null);
  }

  private static EvidenceView plain(
      Kind kind, UUID id, Instant at, Party by, Instant answeredAt, AsksAfter asksAfter) {
    return new EvidenceView(
        kind, id, at, by, null, null, null, null, null, answeredAt, asksAfter, null, null);
  }
}
