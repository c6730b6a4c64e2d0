package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.owed.KnownOwed;
import dev.followthrough.contacts.owed.OwedState;
import dev.followthrough.events.CommitmentKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the two owe each other by commitments. */
record BriefOwed(@NotNull List<OwedItem> byOwner, @NotNull List<OwedItem> byContact) {

  static BriefOwed of(List<KnownOwed> owed) {
    return new BriefOwed(of(owed, true), of(owed, false));
  }

  private static List<OwedItem> of(List<KnownOwed> owed, boolean byOwner) {
    return owed.stream().filter(one -> one.byOwner() == byOwner).map(OwedItem::of).toList();
  }

  /** One thing that one of the two owes the other. */
  record OwedItem(
      @NotNull UUID commitmentId,
      @NotNull UUID agreementId,
      @NotNull UUID meetingId,
      @NotNull CommitmentKind kind,
      @NotBlank String words,
      @Schema(description = "missed: only the owner's own, until they have apologised.") @NotNull
          OwedState state,
      @NotNull Instant dueAt) {

    static OwedItem of(KnownOwed owed) {
      return new OwedItem(
          owed.commitmentId(),
          owed.agreementId(),
          owed.meetingId(),
          owed.kind(),
          owed.words(),
          owed.state(),
          owed.dueAt());
    }
  }
}
