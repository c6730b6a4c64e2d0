package dev.followthrough.commitments.shared;

import static dev.followthrough.commitments.agreement.CommitmentStatus.DELIVERED;
import static dev.followthrough.commitments.agreement.CommitmentStatus.MISSED;
import static dev.followthrough.commitments.agreement.CommitmentStatus.PROMISED;
import static dev.followthrough.commitments.agreement.CommitmentStatus.PROPOSED;

import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.CommitmentView.PartView;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.commitments.agreement.SevenDays;
import dev.followthrough.commitments.shared.SharedAgreementView.Act;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes sense to be offered to a contact about a commitment, as it stands. It decides which
 * buttons stand on the page, and nothing else: whether something may be done is decided by the
 * rules when it is done.
 */
final class Offers {

  private Offers() {}

  static List<Act> of(CommitmentView c, Party reader, Instant now) {
    var acts = new ArrayList<Act>();
    part(c, reader).ifPresent(mine -> ofTheirOwn(c, mine, acts));
    if (c.status().isOpen() && hasASide(c, reader)) {
      acts.add(Act.PROPOSE);
      if (c.wordings().stream().anyMatch(w -> Readable.waitsFor(c, w, reader))) {
        acts.add(Act.ACCEPT);
      }
    }
    part(c, Party.OWNER).ifPresent(theirs -> ofTheOwners(c, theirs, reader, now, acts));
    return List.copyOf(acts);
  }

  /** Who has declined their part of the shared one has no say in its words any more. */
  private static boolean hasASide(CommitmentView c, Party reader) {
    return c.promiser() == null
        ? part(c, reader)
            .map(PartView::status)
            .filter(status -> status.isOpen() || status == DELIVERED)
            .isPresent()
        : c.receiver() != null;
  }

  static Optional<PartView> part(CommitmentView c, Party by) {
    return c.parts().stream().filter(part -> part.by().equals(by)).findFirst();
  }

  private static void ofTheirOwn(CommitmentView c, PartView mine, List<Act> acts) {
    if (mine.status() == PROPOSED) {
      if (c.text() != null) {
        acts.add(Act.PROMISE);
      }
      acts.add(Act.DECLINE);
    }
    boolean delivered = report(c, Report.Kind.DELIVERED, mine.by()).isPresent();
    if (mine.status() == PROMISED || mine.status() == MISSED && !delivered) {
      acts.add(Act.DELIVER);
    }
    if (mine.status() == MISSED && !mine.apologised()) {
      acts.add(Act.APOLOGISE);
    }
  }

  private static void ofTheOwners(
      CommitmentView c, PartView theirs, Party reader, Instant now, List<Act> acts) {
    var claim = report(c, Report.Kind.DELIVERED, Party.OWNER);
    boolean said = claim.filter(r -> reader.equals(r.side())).isPresent();
    boolean attested = report(c, Report.Kind.ATTESTED, Party.OWNER).isPresent();
    boolean inTime = !SevenDays.haveGone(c.dueAt(), now);
    boolean missed = theirs.status() == MISSED;
    if (theirs.status() == PROMISED
        || !attested && inTime && (missed || theirs.status() == DELIVERED && !said)
        || missed && claim.isEmpty()) {
      acts.add(Act.CONFIRM);
    }
    if (claim.isPresent()
        && !attested
        && (missed || theirs.status() == DELIVERED)
        && report(c, Report.Kind.DENIED, Party.OWNER).isEmpty()
        && !said
        && !SevenDays.haveGone(claim.get().recordedAt(), now)) {
      acts.add(Act.DENY);
    }
  }

  private static Optional<Report> report(CommitmentView c, Report.Kind kind, Party by) {
    return c.reports().stream().filter(r -> r.kind() == kind && r.by().equals(by)).findFirst();
  }
}
