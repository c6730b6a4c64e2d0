package dev.followthrough.commitments.favour;

import dev.followthrough.events.FavourDirection;
import dev.followthrough.events.FavourKind;
import dev.followthrough.events.FavourSize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A favour as it is recorded. */
@Schema(name = "NewFavour")
record NewFavour(
    @NotNull UUID contactId,
    @Schema(description = "Given by the owner to the contact, or received from the contact.")
        @NotNull
        FavourDirection direction,
    @Schema(description = KIND) @NotNull FavourKind kind,
    @Schema(description = SIZE) @NotNull FavourSize size,
    @Schema(description = HAPPENED) Instant happenedAt,
    @NotBlank @Size(max = 2000) String words,
    @Schema(description = THANKS) Instant thanksSaidAt,
    @Schema(description = SAME) UUID commitmentId) {

  static final String KIND =
      "An introduction is made by the owner (given) or received from the contact (received).";
  static final String SIZE = "Small weighs 1, medium 3, large 9.";
  static final String HAPPENED = "Not after now. Absent: now.";
  static final String THANKS =
      "When thanks were said for it: neither before the favour nor after now. Absent: not yet.";
  static final String SAME =
      "The individual commitment that is the same deed, of the same contact and direction: the two"
          + " count once.";

  FavourFields fields() {
    return new FavourFields(kind, size, happenedAt, words, thanksSaidAt, commitmentId);
  }
}
