package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDisputed;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * What the other side can say of a promise, never the promiser: that it arrived in time, which
 * corrects a miss; or that a delivery that was claimed did not arrive, which makes it disputed. A
 * contact says so through a share link, and no call of the owner's in its name. The side that
 * reported a delivery, be it the other's, does not deny it. A late delivery that is denied was
 * missed before and stays missed: no claim and no denial of it takes that away.
 */
final class OtherSide {

  private OtherSide() {}

  static List<CommitmentsEvent> attest(Commitment c, Party by, Party attester, Told told) {
    if (by != null && !isOtherSide(c, by, attester) && c.part(by).isPresent()) {
      throw promiserCannot(by);
    }
    var targets =
        Targets.of(
            c,
            by,
            part -> isOtherSide(c, part.by(), attester) && canAttest(c, part),
            part ->
                isOtherSide(c, part.by(), attester)
                    ? refusal(c, part)
                    : refusalElsewhere(c, attester, part.by()));
    if (SevenDays.haveGone(c.agreement.dueAt, told.recordedAt())) {
      throw Refusals.WINDOW_CLOSED.because(
          "They ended at %s.".formatted(SevenDays.after(c.agreement.dueAt)));
    }
    if (told.happenedAt().isAfter(c.agreement.dueAt)) {
      throw Refusals.NOT_IN_TIME.because("It was due at %s.".formatted(c.agreement.dueAt));
    }
    targets.forEach(target -> Delivering.notBeforeThePromise(c, target, told));
    var events = new ArrayList<CommitmentsEvent>();
    for (var target : targets) {
      boolean missed = c.part(target).orElseThrow().state() == CommitmentStatus.MISSED;
      c.add(Report.of(Report.Kind.ATTESTED, target, told));
      if (missed) {
        c.move(target, CommitmentStatus.DELIVERED);
        events.add(corrected(c, target, attester, told));
      }
    }
    return events;
  }

  static List<CommitmentsEvent> deny(Commitment c, Party by, Party denier, Told told) {
    var targets = Targets.of(c, by, part -> canDeny(c, part), part -> undeniable(c, part));
    if (targets.size() > 1) {
      throw Refusals.NAME_ONE.because("Several have delivered: say in `by` whose you deny.");
    }
    var target = targets.getFirst();
    if (target.isOwner() && !told.throughLink()) {
      throw Refusals.DENIED_THROUGH_LINK.because("The owner delivered it.");
    }
    var who = denier == null ? Party.OWNER : c.agreement.participating(denier);
    if (!isOtherSide(c, target, who)) {
      throw Refusals.OTHER_SIDE_DENIES.because(
          "%s cannot deny what %s delivered.".formatted(who, target));
    }
    var claim = c.report(Report.Kind.DELIVERED, target).orElseThrow();
    if (who.equals(claim.side())) {
      throw Refusals.OTHER_SIDE_DENIES.because(
          "%s reported this delivery and cannot deny it.".formatted(who));
    }
    if (SevenDays.haveGone(claim.recordedAt(), told.recordedAt())) {
      throw Refusals.WINDOW_CLOSED.because(
          "They ended at %s.".formatted(SevenDays.after(claim.recordedAt())));
    }
    Delivering.notBeforeThePromise(c, target, told);
    boolean late = c.part(target).orElseThrow().state() == CommitmentStatus.MISSED;
    c.add(
        Report.of(
            Report.Kind.DENIED,
            target,
            new Told(
                who,
                told.happenedAt(),
                told.recordedAt(),
                told.note(),
                told.evidence(),
                told.throughLink())));
    if (!late) {
      c.move(target, CommitmentStatus.DISPUTED);
    }
    return List.of(
        new CommitmentDisputed(c.id, c.agreement.id, c.kind, target, who, told.happenedAt(), late));
  }

  /**
   * Between promiser and receiver only; of the shared action between the owner and each contact.
   */
  private static boolean isOtherSide(Commitment c, Party by, Party other) {
    return c.isShared() ? by.isOwner() != other.isOwner() : other.equals(c.receiver);
  }

  private static boolean canAttest(Commitment c, Part part) {
    return !c.has(Report.Kind.ATTESTED, part.by())
        && (part.state() == CommitmentStatus.MISSED || part.state() == CommitmentStatus.DELIVERED);
  }

  private static boolean canDeny(Commitment c, Part part) {
    return c.has(Report.Kind.DELIVERED, part.by())
        && !c.has(Report.Kind.DENIED, part.by())
        && !c.has(Report.Kind.ATTESTED, part.by())
        && part.state().isPromise();
  }

  private static RuntimeException refusal(Commitment c, Part part) {
    if (c.has(Report.Kind.ATTESTED, part.by())) {
      return Refusals.ALREADY_ATTESTED.because("The delivery by " + part.by() + " is confirmed.");
    }
    return Refusals.NOT_MISSED.because("It is %s.".formatted(part.state().inWords()));
  }

  /** The first part is not the attester's to speak of: then one of the others says why not. */
  private static RuntimeException refusalElsewhere(Commitment c, Party attester, Party first) {
    return c.parts.stream()
        .filter(part -> isOtherSide(c, part.by(), attester))
        .findFirst()
        .map(part -> refusal(c, part))
        .orElseGet(() -> promiserCannot(first));
  }

  private static RuntimeException undeniable(Commitment c, Part part) {
    return c.has(Report.Kind.ATTESTED, part.by())
        ? Refusals.ALREADY_ATTESTED.because("The receiver has confirmed it.")
        : Refusals.NOTHING_TO_DENY.because("It is %s.".formatted(part.state().inWords()));
  }

  private static RuntimeException promiserCannot(Party by) {
    return Refusals.ONLY_RECEIVER_ATTESTS.because(
        by.isOwner()
            ? "The owner promised it: the contact attests it, through a share link."
            : "It was not promised to you.");
  }

  private static CommitmentCorrected corrected(Commitment c, Party by, Party attester, Told told) {
    return new CommitmentCorrected(
        c.id,
        c.agreement.id,
        c.kind,
        by,
        attester,
        told.happenedAt(),
        c.status == CommitmentStatus.DELIVERED);
  }
}
