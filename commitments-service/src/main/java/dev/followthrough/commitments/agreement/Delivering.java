package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentApologised;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * What the promiser's side can say of its promise. A delivery recorded by the deadline is in time.
 * One that is recorded later is late, whatever moment it names: it stands in the history and the
 * miss stays a miss, which can carry an apology.
 */
final class Delivering {

  private Delivering() {}

  static List<CommitmentsEvent> deliver(Commitment c, Party by, Told told) {
    var deliverers = Targets.of(c, by, part -> canDeliver(c, part), Delivering::refusal);
    deliverers.forEach(deliverer -> notBeforeThePromise(c, deliverer, told));
    var events = new ArrayList<CommitmentsEvent>();
    for (var deliverer : deliverers) {
      boolean late = c.part(deliverer).orElseThrow().state() == CommitmentStatus.MISSED;
      c.add(Report.of(Report.Kind.DELIVERED, deliverer, told).late(late));
      if (!late) {
        c.move(deliverer, CommitmentStatus.DELIVERED);
      }
      events.add(delivered(c, deliverer, told, late));
    }
    return events;
  }

  static List<CommitmentsEvent> apologise(
      Commitment c, Party by, Told told, String said, String offered) {
    var missed =
        Targets.of(
            c,
            by,
            part -> part.state() == CommitmentStatus.MISSED && !hasApologised(c, part.by()),
            part ->
                hasApologised(c, part.by())
                    ? Refusals.ALREADY_APOLOGISED.because(part.by() + " has apologised.")
                    : Refusals.NOT_MISSED.because("It is %s.".formatted(part.state().inWords())));
    if (missed.size() > 1) {
      throw Refusals.NAME_ONE.because("Several missed their part: say in `by` who apologises.");
    }
    var who = missed.getFirst();
    notBeforeThePromise(c, who, told);
    c.add(Report.of(Report.Kind.APOLOGISED, who, told).apology(said, offered));
    return List.of(new CommitmentApologised(c.id, c.agreement.id, who, told.happenedAt()));
  }

  static void notBeforeThePromise(Commitment c, Party by, Told told) {
    var promise = c.report(Report.Kind.PROMISED, by).orElseThrow();
    if (told.happenedAt().isBefore(promise.happenedAt())) {
      throw Refusals.HAPPENED_TOO_EARLY.because(
          "It was promised at %s.".formatted(promise.happenedAt()));
    }
  }

  /** Whether nothing of what was promised is missing, be it in time or late. */
  static boolean isComplete(Commitment c) {
    return c.parts(state -> state == CommitmentStatus.PROPOSED).isEmpty()
        && c.parts(CommitmentStatus::isPromise).stream()
            .allMatch(
                part ->
                    part.state() == CommitmentStatus.DELIVERED
                        || c.has(Report.Kind.DELIVERED, part.by()));
  }

  private static boolean canDeliver(Commitment c, Part part) {
    return part.state() == CommitmentStatus.PROMISED
        || part.state() == CommitmentStatus.MISSED && !c.has(Report.Kind.DELIVERED, part.by());
  }

  private static boolean hasApologised(Commitment c, Party by) {
    return c.has(Report.Kind.APOLOGISED, by);
  }

  private static RuntimeException refusal(Part part) {
    return switch (part.state()) {
      case PROPOSED -> Refusals.NOT_PROMISED.because(part.by() + " has not promised it.");
      case DELIVERED, MISSED, DISPUTED ->
          Refusals.ALREADY_DELIVERED.because("The delivery by " + part.by() + " is recorded.");
      case PROMISED, LAPSED, DECLINED, VOIDED ->
          Refusals.COMMITMENT_ENDED.because("It is %s.".formatted(part.state().inWords()));
    };
  }

  private static CommitmentDelivered delivered(Commitment c, Party by, Told told, boolean late) {
    return new CommitmentDelivered(
        c.id,
        c.agreement.id,
        c.kind,
        by,
        c.receiver,
        told.happenedAt(),
        told.reportedBy(),
        late,
        isComplete(c));
  }
}
