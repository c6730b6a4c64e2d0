package dev.followthrough.commitments.favour;

import dev.followthrough.events.FavourKind;
import dev.followthrough.events.FavourSize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be corrected of a favour: everything but whose it is and with whom. */
@Schema(name = "FavourFields")
record FavourFields(
    @Schema(description = NewFavour.KIND) @NotNull FavourKind kind,
    @Schema(description = NewFavour.SIZE) @NotNull FavourSize size,
    @Schema(description = NewFavour.HAPPENED) Instant happenedAt,
    @NotBlank @Size(max = 2000) String words,
    @Schema(description = NewFavour.THANKS) Instant thanksSaidAt,
    @Schema(description = NewFavour.SAME) UUID commitmentId) {}
