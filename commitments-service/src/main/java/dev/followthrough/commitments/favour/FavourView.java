package dev.followthrough.commitments.favour;

import dev.followthrough.events.FavourDirection;
import dev.followthrough.events.FavourKind;
import dev.followthrough.events.FavourSize;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A favour as a client reads it. */
@Schema(name = "Favour")
record FavourView(
    @NotNull UUID id,
    @NotNull UUID contactId,
    @NotNull FavourDirection direction,
    @NotNull FavourKind kind,
    @NotNull FavourSize size,
    @NotNull Instant happenedAt,
    @NotNull String words,
    @NotNull Boolean thanksSaid,
    @Schema(description = "Absent while thanks were not said.") Instant thanksSaidAt,
    @Schema(description = "The commitment that is the same deed.") UUID commitmentId,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  static FavourView of(Favour favour) {
    return new FavourView(
        favour.id,
        favour.contactId,
        favour.direction,
        favour.kind,
        favour.size,
        favour.happenedAt,
        favour.words,
        favour.thanksSaidAt != null,
        favour.thanksSaidAt,
        favour.commitmentId,
        favour.createdAt,
        favour.changedAt);
  }

  /** A part of the list of favours. */
  @Schema(name = "FavourPage")
  record FavourPage(@NotNull List<FavourView> items, String nextCursor) {}
}
