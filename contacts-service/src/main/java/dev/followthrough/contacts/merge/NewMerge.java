package dev.followthrough.contacts.merge;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which contact becomes the one in the path. */
record NewMerge(
    @Schema(description = "The other contact, whose all becomes the one's in the path.") @NotNull
        UUID contactId) {}
