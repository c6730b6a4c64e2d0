package dev.followthrough.notifications.email;

import dev.followthrough.platform.json.Checked;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the owner wants mailed, and where to. */
record EmailSettingsFields(
    @NotBlank
        @Size(max = AddressSpelling.LONGEST)
        @Schema(
            description =
                "One address. Its domain may be an international one; the part before the at sign"
                    + " is ASCII.")
        String address,
    @Schema(description = "Whether reminders are mailed. Absent: they are.") Boolean reminders,
    @Schema(description = "Whether digests are mailed. Absent: they are.") Boolean digests)
    implements Checked {

  @Override
  public void check(Faults faults) {
    if (address != null && !address.isBlank() && AddressSpelling.of(address).isEmpty()) {
      faults.add("/address", "email", "must be one e-mail address, such as ada@example.org");
    }
  }

  String spelled() {
    return AddressSpelling.of(address).orElseThrow();
  }
}
