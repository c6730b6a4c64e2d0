package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Wording;
import dev.followthrough.commitments.shared.SharedAgreementView.Role;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.util.Optional;

/**
 * What a contact may read through their link: the shared action, what they promised themselves, and
 * what was promised to them. Words for the shared action wait for everybody with a part in it and
 * are shown to all of them, or they could not agree; who suggested them is not said. Of the words
 * of an individual one those of its two sides are.
 */
final class Readable {

  private Readable() {}

  /** What a commitment is to the reader; empty when it does not concern them. */
  static Optional<Role> role(CommitmentView c, Party reader) {
    if (c.kind() == CommitmentKind.SHARED) {
      return Offers.part(c, reader).map(_ -> Role.TOGETHER);
    }
    if (reader.equals(c.promiser())) {
      return Optional.of(Role.YOURS);
    }
    return reader.equals(c.receiver()) ? Optional.of(Role.OWED_TO_YOU) : Optional.empty();
  }

  static boolean isWaiting(CommitmentView c, Wording wording, Party reader) {
    return wording.state() == Wording.State.WAITING
        && (c.kind() == CommitmentKind.SHARED
            || Party.OWNER.equals(wording.proposedBy())
            || reader.equals(wording.proposedBy()));
  }

  /** Whether it is the reader's to accept. */
  static boolean waitsFor(CommitmentView c, Wording wording, Party reader) {
    return isWaiting(c, wording, reader)
        && !reader.equals(wording.proposedBy())
        && !wording.acceptedBy().contains(reader);
  }
}
