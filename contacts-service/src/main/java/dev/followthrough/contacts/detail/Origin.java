package dev.followthrough.contacts.detail;

import dev.followthrough.events.OriginKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the owner and a contact came to know each other. */
public record Origin(
    @NotNull OriginKind kind,
    LocalDate when,
    @Size(max = 200) String place,
    @Schema(description = "A name, or the id of the contact who introduced you.") @Size(max = 200)
        String introducedBy,
    @Size(max = 2000) String talkedAbout) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  /** The contact who introduced this one, where one is named by id. */
  public Optional<UUID> introducer() {
    return Optional.ofNullable(introducedBy)
        .filter(words -> ID.matcher(words).matches())
        .map(UUID::fromString);
  }
}
