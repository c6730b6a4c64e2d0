package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.commitments.agreement.Wording;
import dev.followthrough.events.Party;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands as a contact's word or deed because the owner recorded it, as the owner may of what a
 * contact told them. The contact is shown which that is: what they said themselves came through a
 * share link.
 */
final class Recorded {

  private static final Set<Report.Kind> THEIRS =
      EnumSet.of(
          Report.Kind.PROMISED,
          Report.Kind.DECLINED,
          Report.Kind.DELIVERED,
          Report.Kind.APOLOGISED);

  private Recorded() {}

  /** Of the reader's own part, in the order in which it was recorded. */
  static List<Report.Kind> of(CommitmentView c, Party reader) {
    return c.reports().stream()
        .filter(r -> r.by().equals(reader) && THEIRS.contains(r.kind()) && r.side().isOwner())
        .map(Report::kind)
        .distinct()
        .toList();
  }

  /** Of the words in force: whether their agreement is the owner's record. */
  static boolean words(CommitmentView c, Party reader) {
    return c.wordings().stream()
        .filter(w -> w.number().equals(c.wording()))
        .anyMatch(
            w -> (isTheirs(w, reader) || w.acceptedBy().contains(reader)) && !w.isOwnWord(reader));
  }

  static boolean isProposal(Wording wording, Party reader) {
    return isTheirs(wording, reader) && !wording.isOwnWord(reader);
  }

  private static boolean isTheirs(Wording wording, Party reader) {
    return reader.equals(wording.proposedBy());
  }
}
