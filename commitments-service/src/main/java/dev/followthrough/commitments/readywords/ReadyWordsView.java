package dev.followthrough.commitments.readywords;

import dev.followthrough.commitments.template.Occasion;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words that the owner can send as they are. */
@Schema(name = "ReadyWords")
record ReadyWordsView(
    @NotNull Occasion occasion,
    @Schema(description = "To whom they are addressed; absent where they fit several.")
        UUID contactId,
    @NotNull String words) {}
