package dev.followthrough.commitments.assessment;

import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Refusals;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What can be assessed, and by whom. An individual commitment by its receiver, once it was
 * delivered, also late; what the other side denies was not. The shared one by the owner and each
 * contact, between the two of them, once both had promised their part and both parts have come to
 * their end: kept or missed, but not disputed.
 */
final class Assessable {

  private Assessable() {}

  /**
   * The contact with whom the assessment lies.
   *
   * @param by who assesses
   * @param named the contact that the owner names, or null
   */
  static UUID contactOf(CommitmentView c, Party by, UUID named) {
    if (c.kind() == CommitmentKind.SHARED) {
      return by.contactId().orElseGet(() -> sharedWith(c, named));
    }
    if (!by.equals(c.receiver())) {
      throw AssessmentRefusals.ONLY_RECEIVER_ASSESSES.because(
          by.isOwner() ? "It was not promised to the owner." : "It was promised to somebody else.");
    }
    var contact = by.isOwner() ? c.promiser().contact() : by.contact();
    if (named != null && !named.equals(contact)) {
      throw stranger(named);
    }
    return contact;
  }

  /** Refuses what there is nothing to say of yet, or ever. */
  static void check(CommitmentView c, UUID contactId) {
    if (!isAssessable(c, contactId)) {
      throw AssessmentRefusals.NOTHING_TO_ASSESS.because(
          c.kind() == CommitmentKind.SHARED
              ? "Both of you promise and then deliver or miss your part first."
              : "It is %s, and no delivery of it stands."
                  .formatted(c.status().name().toLowerCase(Locale.ROOT)));
    }
  }

  static boolean isAssessable(CommitmentView c, UUID contactId) {
    if (c.kind() == CommitmentKind.SHARED) {
      return List.of(Party.OWNER, Party.contact(contactId)).stream()
          .allMatch(party -> hasEndedAsPromise(c, party));
    }
    return switch (c.status()) {
      case DELIVERED -> true;
      case MISSED -> has(c, Report.Kind.DELIVERED) && !has(c, Report.Kind.DENIED);
      case PROPOSED, PROMISED, LAPSED, DECLINED, DISPUTED, VOIDED -> false;
    };
  }

  private static UUID sharedWith(CommitmentView c, UUID named) {
    var contacts =
        c.parts().stream().map(part -> part.by()).filter(party -> !party.isOwner()).toList();
    if (named != null) {
      if (!contacts.contains(Party.contact(named))) {
        throw stranger(named);
      }
      return named;
    }
    if (contacts.size() != 1) {
      throw Refusals.NAME_ONE.because("Say in `contactId` with whom you worked together.");
    }
    return contacts.getFirst().contact();
  }

  private static boolean hasEndedAsPromise(CommitmentView c, Party party) {
    return c.parts().stream()
        .filter(part -> part.by().equals(party))
        .anyMatch(
            part ->
                part.status() == CommitmentStatus.DELIVERED
                    || part.status() == CommitmentStatus.MISSED);
  }

  private static boolean has(CommitmentView c, Report.Kind kind) {
    return c.reports().stream().anyMatch(report -> report.kind() == kind);
  }

  private static RuntimeException stranger(UUID contactId) {
    return Refusals.NOT_A_PARTICIPANT.because(
        "contactId: %s has no side in this commitment.".formatted(contactId));
  }
}
