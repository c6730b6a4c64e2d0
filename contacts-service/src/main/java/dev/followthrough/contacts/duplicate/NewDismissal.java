package dev.followthrough.contacts.duplicate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Which two contacts are not one. */
record NewDismissal(
    @Schema(description = "The two of the pair.")
        @NotNull
        @Size(min = 2, max = 2)
        @UniqueElements(message = "must name two contacts")
        List<@NotNull UUID> contactIds) {}
