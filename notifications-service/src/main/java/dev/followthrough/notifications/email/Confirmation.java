package dev.followthrough.notifications.email;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code that was mailed to an address. */
record Confirmation(
    @NotBlank
        @Size(max = 20)
        @Schema(description = "In any case, with or without its hyphen.", examples = "7KQF-2MXD")
        String code) {}
