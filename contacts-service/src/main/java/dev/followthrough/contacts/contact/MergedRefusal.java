package dev.followthrough.contacts.contact;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the refusal says of a contact who was merged into another. */
@Schema(name = "MergedIntoRefusal")
public record MergedRefusal(
    @Schema(description = "The contact that it has become.") @NotNull UUID contactId) {}
