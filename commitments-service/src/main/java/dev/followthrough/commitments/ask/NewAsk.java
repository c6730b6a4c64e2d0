package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskDirection;
import dev.followthrough.events.TouchKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** An ask as it is made. */
@Schema(name = "NewAsk")
record NewAsk(
    @Schema(description = "Outbound: the owner asks. Inbound: the contact asks the owner.") @NotNull
        AskDirection direction,
    @NotBlank @Size(max = 2000) String words,
    @NotNull @Size(min = 1, max = 10) @UniqueElements(message = "must name each contact once")
        List<@NotNull UUID> contactIds,
    @Schema(description = NewAsk.GOAL) UUID goalId,
    @Schema(description = NewAsk.OFFER) @Size(min = 1, max = 200) String offer,
    @Schema(description = "The kind of touch by which it was asked. Absent: other.") TouchKind kind,
    @Schema(description = "Not after now. Absent: now.") Instant askedAt) {

  static final String GOAL = "The goal that it serves.";
  static final String OFFER = "Which of the owner's offers it is about, as the profile words it.";
}
