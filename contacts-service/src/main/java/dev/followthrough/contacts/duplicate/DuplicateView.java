package dev.followthrough.contacts.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two contacts who are likely to be one person, and why. */
record DuplicateView(
    @Schema(description = "The two, the one that was added first at the front.") @NotNull
        List<LikelyOne> contacts,
    @NotNull List<DuplicateReason> reasons) {

  /** One of the two. */
  record LikelyOne(@NotNull UUID id, @NotNull String name, String organisation) {}

  UUID older() {
    return contacts.getFirst().id();
  }

  UUID newer() {
    return contacts.getLast().id();
  }

  /** A part of the list of likely pairs. */
  record DuplicatePage(@NotNull List<DuplicateView> items, String nextCursor) {}
}
