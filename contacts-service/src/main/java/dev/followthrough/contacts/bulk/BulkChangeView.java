package dev.followthrough.contacts.bulk;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of many contacts did. */
@Schema(name = "BulkChanged")
record BulkChangeView(
    @NotNull List<UUID> changed,
    @Schema(description = "Those who were as wanted already.") @NotNull List<UUID> unchanged) {}
