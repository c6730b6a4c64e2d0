package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.events.ReciprocityBalance;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The value that went both ways between the owner and a contact, as of an instant. */
@Schema(name = "Reciprocity")
record ReciprocityView(
    @NotNull UUID contactId,
    @NotNull Instant asOf,
    @Schema(
            description =
                "(received − given) / (received + given + 2), to two decimals: above 0.1 the owner"
                    + " owes, below −0.1 the contact does.")
        @NotNull
        Double value,
    @Schema(description = "By the owner to the contact, faded by half in 365 days.") @NotNull
        Double given,
    @Schema(description = "By the owner from the contact, faded by half in 365 days.") @NotNull
        Double received,
    @NotNull ReciprocityBalance balance,
    @Schema(description = "How many favours the owner received without saying thanks.") @NotNull
        Integer thanksOwed) {

  static ReciprocityView of(UUID contactId, Instant asOf, Reciprocity figure, int thanksOwed) {
    return new ReciprocityView(
        contactId,
        asOf,
        Reciprocity.shown(figure.value()),
        Reciprocity.shown(figure.given()),
        Reciprocity.shown(figure.received()),
        figure.balance(),
        thanksOwed);
  }
}
