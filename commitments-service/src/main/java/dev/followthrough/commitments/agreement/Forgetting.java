package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;
import java.util.UUID;

/**
 * What an erased contact leaves behind: of what has ended, only the owner's side, its kind, its
 * times and its weight. Between the owner and this contact alone, no word stays. A shared action
 * with others in it keeps the words that the others share, but nothing that this contact promised,
 * said or proposed.
 */
final class Forgetting {

  private Forgetting() {}

  /** To be done once nothing of theirs is open. */
  static void forget(Agreement agreement, UUID contactId) {
    var them = Party.contact(contactId);
    boolean alone = agreement.contactIds.size() == 1;
    agreement.counterparts =
        agreement.counterparts.stream().filter(c -> !c.contactId().equals(contactId)).toList();
    agreement.contactIds =
        agreement.contactIds.stream().filter(id -> !id.equals(contactId)).toList();
    agreement.commitments.removeIf(c -> isTheirs(c, them));
    for (var commitment : agreement.commitments) {
      boolean between = them.equals(commitment.receiver) || alone;
      dropPart(commitment, them);
      commitment.reports =
          commitment.reports.stream()
              .filter(report -> !report.by().equals(them))
              .map(r -> between || them.equals(r.reportedBy()) ? r.forgotten() : r)
              .toList();
      commitment.wordings =
          commitment.wordings.stream()
              .filter(w -> !between || w.number().equals(commitment.inForce))
              .map(w -> between || them.equals(w.proposedBy()) ? w.forgotten() : w.without(them))
              .toList();
      if (between) {
        commitment.receiver = null;
      }
    }
  }

  /** What they promised, and what was promised to them and is no evidence. */
  private static boolean isTheirs(Commitment c, Party them) {
    return them.equals(c.promiser)
        || them.equals(c.receiver) && c.status == CommitmentStatus.VOIDED;
  }

  private static void dropPart(Commitment c, Party them) {
    c.parts = c.parts.stream().filter(part -> !part.by().equals(them)).toList();
    c.status = CommitmentStatus.of(c.parts);
  }
}
