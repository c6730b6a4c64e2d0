package dev.followthrough.contacts.merge;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge as a client reads it. */
record MergeView(
    @NotNull UUID id,
    @Schema(description = "The contact that stays.") @NotNull UUID contactId,
    @Schema(description = "The contact that has become it.") @NotNull UUID mergedId,
    @Schema(description = "What the merged one was called.") @NotNull String mergedName,
    @NotNull MergeState state,
    @NotNull Instant mergedAt,
    @Schema(description = "From then on it holds for good.") @NotNull Instant undoableUntil,
    Instant undoneAt) {

  static MergeView of(ContactMerge merge, Instant now) {
    return new MergeView(
        merge.id,
        merge.contactId,
        merge.mergedId,
        merge.mergedName,
        merge.state(now),
        merge.mergedAt,
        merge.undoableUntil(),
        merge.undoneAt);
  }

  /** A part of the list of merges. */
  record MergePage(@NotNull List<MergeView> items, String nextCursor) {}
}
