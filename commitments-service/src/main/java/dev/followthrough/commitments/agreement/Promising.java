package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * From proposed to promised, or to declined. A promise is made before the deadline, to the wording
 * in force, by each person for their own part; who has promised cannot decline any more.
 */
final class Promising {

  private Promising() {}

  static List<CommitmentsEvent> promise(Commitment c, Party by, Integer number, Told told) {
    var promisers =
        Targets.of(c, by, part -> part.state() == CommitmentStatus.PROPOSED, Promising::refusal);
    notBeforeTheMeeting(c, told);
    var wording =
        c.wording()
            .filter(w -> w.text() != null)
            .orElseThrow(() -> Refusals.WORDS_NEEDED.because("Its text is not set."));
    if (number != null && !number.equals(wording.number())) {
      throw Refusals.WORDING_NOT_IN_FORCE.because(
          "Wording %d is in force, not %d.".formatted(wording.number(), number));
    }
    if (!c.isShared() && c.receiver == null) {
      throw Refusals.RECEIVER_NEEDED.because("receiverId is not set.");
    }
    var events = new ArrayList<CommitmentsEvent>();
    for (var promiser : promisers) {
      c.move(promiser, CommitmentStatus.PROMISED);
      c.add(Report.of(Report.Kind.PROMISED, promiser, told).toWording(wording.number()));
      events.add(promised(c, promiser, wording, told));
    }
    return events;
  }

  static List<CommitmentsEvent> decline(Commitment c, Party by, Told told) {
    var decliners =
        Targets.of(c, by, part -> part.state() == CommitmentStatus.PROPOSED, Promising::refusal);
    notBeforeTheMeeting(c, told);
    var events = new ArrayList<CommitmentsEvent>();
    for (var decliner : decliners) {
      c.move(decliner, CommitmentStatus.DECLINED);
      c.add(Report.of(Report.Kind.DECLINED, decliner, told));
      events.add(
          new CommitmentDeclined(
              c.id, c.agreement.id, c.kind, decliner, told.reportedBy(), told.happenedAt()));
    }
    return events;
  }

  private static void notBeforeTheMeeting(Commitment c, Told told) {
    if (told.happenedAt().isBefore(c.agreement.meetingStart)) {
      throw Refusals.HAPPENED_TOO_EARLY.because(
          "The meeting began at %s.".formatted(c.agreement.meetingStart));
    }
  }

  private static RuntimeException refusal(Part part) {
    return switch (part.state()) {
      case PROMISED, DELIVERED -> Refusals.ALREADY_PROMISED.because(part.by() + " has promised.");
      case PROPOSED, MISSED, LAPSED, DECLINED, DISPUTED, VOIDED ->
          Refusals.COMMITMENT_ENDED.because("It is %s.".formatted(part.state().inWords()));
    };
  }

  private static CommitmentPromised promised(Commitment c, Party by, Wording wording, Told told) {
    return new CommitmentPromised(
        c.id,
        c.agreement.id,
        c.agreement.meetingId,
        c.kind,
        by,
        c.receiver,
        wording.number(),
        wording.text(),
        wording.complexity(),
        wording.area(),
        c.agreement.dueAt,
        told.reportedBy(),
        told.happenedAt());
  }
}
