package dev.followthrough.contacts.profile;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the owner says of themselves, as a client reads and changes it. */
record ProfileFields(
    @Schema(description = "The IANA time zone in which the owner lives.") @NotNull
        ZoneId timeZone) {

  static ProfileFields of(Profile profile) {
    return new ProfileFields(ZoneId.of(profile.timeZone));
  }
}
