package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentLapsed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentVoided;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a commitment ends by itself: at the deadline, where what was promised and not delivered is
 * missed and what was only proposed lapses; or without any evidence, where its contact or meeting
 * is gone.
 */
final class Ending {

  private Ending() {}

  static List<CommitmentsEvent> atDeadline(Commitment c, Instant now) {
    var agreement = c.agreement;
    var missing = c.partiesIn(CommitmentStatus.PROMISED);
    var lapsing = c.partiesIn(CommitmentStatus.PROPOSED);
    missing.forEach(
        by -> end(c, by, CommitmentStatus.MISSED, Report.Kind.MISSED, agreement.dueAt, now));
    lapsing.forEach(
        by -> end(c, by, CommitmentStatus.LAPSED, Report.Kind.LAPSED, agreement.dueAt, now));
    var events = new ArrayList<CommitmentsEvent>();
    if (!missing.isEmpty()) {
      events.add(
          new CommitmentMissed(
              c.id,
              agreement.id,
              agreement.meetingId,
              c.kind,
              missing,
              c.receiver,
              c.words().text(),
              agreement.dueAt));
    }
    if (!lapsing.isEmpty()) {
      events.add(new CommitmentLapsed(c.id, agreement.id, c.kind, lapsing));
    }
    return events;
  }

  /** Voids what is still open of these parties. */
  static List<CommitmentsEvent> voidOf(Commitment c, Predicate<Party> parties, Instant at) {
    var voided = c.parts(CommitmentStatus::isOpen).stream().map(Part::by).filter(parties).toList();
    voided.forEach(by -> end(c, by, CommitmentStatus.VOIDED, Report.Kind.VOIDED, at, at));
    return voided.isEmpty()
        ? List.of()
        : List.of(new CommitmentVoided(c.id, c.agreement.id, c.kind, voided));
  }

  private static void end(
      Commitment c,
      Party by,
      CommitmentStatus state,
      Report.Kind kind,
      Instant happenedAt,
      Instant recordedAt) {
    c.move(by, state);
    c.add(Report.byItself(kind, by, happenedAt, recordedAt));
  }
}
