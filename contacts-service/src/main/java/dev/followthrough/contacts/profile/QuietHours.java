package dev.followthrough.contacts.profile;

import dev.followthrough.events.OwnerQuietHours;
import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When the owner wants to hear nothing, in their own zone; over midnight if {@code to} is earlier.
 */
record QuietHours(
    @NotNull LocalTime from,
    @Schema(description = "Earlier than `from`: on the next day.") @NotNull LocalTime to)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (from != null && from.equals(to)) {
      faults.add("/to", "another-time", "must be another time than from");
    }
  }

  OwnerQuietHours told() {
    return new OwnerQuietHours(from.toString(), to.toString());
  }
}
