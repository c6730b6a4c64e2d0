package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.standing.Fading;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.StandingChanged;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contact's standing tells of who owes whom. */
record BriefStanding(
    @Schema(description = "When it was told last.") @NotNull Instant asOf,
    @Schema(description = "Favours that the owner received without saying thanks.") @NotNull
        Integer thanksOwed,
    @Schema(description = "Promises that the owner missed without apologising.") @NotNull
        Integer apologiesOwed,
    @Schema(description = "Who owes the other by favours, as far as these have not faded.")
        ReciprocityBalance balance) {

  /**
   * @param today in the owner's zone
   */
  static BriefStanding of(StandingChanged told, ZoneId zone, LocalDate today) {
    return new BriefStanding(
        told.asOf(),
        told.thanksOwed(),
        told.apologiesOwed(),
        Fading.balance(told, zone, today).orElse(null));
  }
}
