package dev.followthrough.contacts.owed;

import dev.followthrough.events.CommitmentKind;
import java.time.Instant;
import java.util.UUID;

/** Something that the owner owes a contact, or the contact the owner. */
public record KnownOwed(
    UUID commitmentId,
    UUID agreementId,
    UUID meetingId,
    boolean byOwner,
    CommitmentKind kind,
    String words,
    OwedState state,
    Instant dueAt) {

  static KnownOwed of(Owed owed) {
    return new KnownOwed(
        owed.commitmentId,
        owed.agreementId,
        owed.meetingId,
        owed.byOwner,
        owed.kind,
        owed.words,
        owed.state,
        owed.dueAt);
  }
}
