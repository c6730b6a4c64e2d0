package dev.followthrough.contacts.duplicate;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** That two contacts are not one, as a client reads it. */
record DismissalView(
    @NotNull UUID id, @NotNull List<UUID> contactIds, @NotNull Instant dismissedAt) {

  static DismissalView of(NotDuplicate dismissal) {
    return new DismissalView(
        dismissal.id, List.of(dismissal.oneId, dismissal.otherId), dismissal.dismissedAt);
  }

  /** A part of the list of dismissals. */
  record DismissalPage(@NotNull List<DismissalView> items, String nextCursor) {}
}
