package dev.followthrough.commitments.deadline;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be changed of an agreement. */
@Schema(name = "AgreementFields")
record DeadlineFields(
    @NotNull
        @Schema(
            description = "Earlier only while nothing is promised, and later never.",
            examples = "2026-03-27T12:00:00Z")
        Instant dueAt) {}
