package dev.followthrough.contacts.touch;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A touch as a client reads it. Without contacts:private there is no note. */
public record TouchView(
    @NotNull UUID id,
    @NotNull UUID contactId,
    @NotNull TouchDirection direction,
    @NotNull TouchKind kind,
    @NotNull Instant happenedAt,
    @Schema(description = "Absent without the scope contacts:private.") String note,
    UUID answers,
    @NotNull Boolean redirects,
    @NotNull Boolean asksQuestion,
    @NotNull Boolean awaitsReply,
    @NotNull Boolean saysThanks,
    @NotNull AsksAfter asksAfter,
    @NotNull Boolean asksNothing,
    @NotNull Boolean tellsWhatIDoNow,
    @Schema(description = "When the first answer to it happened.") Instant answeredAt,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  static TouchView of(Touch touch, boolean withPrivateParts) {
    return new TouchView(
        touch.id,
        touch.contactId,
        touch.direction,
        touch.kind,
        touch.happenedAt,
        withPrivateParts ? touch.note : null,
        touch.answers,
        touch.redirects,
        touch.asksQuestion,
        touch.awaitsReply,
        touch.saysThanks,
        touch.asksAfter,
        touch.asksNothing,
        touch.tellsWhatIDoNow,
        touch.answeredAt,
        touch.createdAt,
        touch.changedAt);
  }

  /** A part of the list of touches. */
  record TouchPage(@NotNull List<TouchView> items, String nextCursor) {}
}
