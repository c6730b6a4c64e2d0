package dev.followthrough.contacts.trip;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner says of a trip. */
record TripFields(
    @NotBlank @Size(max = 200) String place,
    @Schema(description = "The first day there.") @NotNull LocalDate from,
    @Schema(description = "The last day there.") @NotNull LocalDate to)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (from != null && to != null && to.isBefore(from)) {
      faults.add("/to", "not-before-from", "must not be before from");
    }
  }
}
