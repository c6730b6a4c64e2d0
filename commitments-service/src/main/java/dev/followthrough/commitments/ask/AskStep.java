package dev.followthrough.commitments.ask;

import dev.followthrough.events.LossReason;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that came of an ask with a contact. Steps are added and never changed.
 *
 * @param until of one that was deferred: the day on which it comes back
 * @param reason of one that was lost
 */
@Schema(name = "AskStep")
public record AskStep(
    @NotNull AskStatus status,
    @NotNull Instant happenedAt,
    @NotNull Instant recordedAt,
    LocalDate until,
    LossReason reason,
    String words) {}
