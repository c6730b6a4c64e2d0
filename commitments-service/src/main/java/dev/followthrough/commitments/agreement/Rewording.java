package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.agreement.Wording.State;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a commitment gets its words. The owner rewords it freely while it is proposed; each time that
 * is a new numbered wording. A counter-proposal is a wording that waits; it is in force, and binds
 * who has promised, once everybody else concerned has accepted it before the deadline. A newer
 * wording in force replaces all before it, those that wait too.
 */
final class Rewording {

  private static final int MOST = 100;

  private Rewording() {}

  static List<CommitmentsEvent> reword(Commitment c, Terms terms, Instant now) {
    if (!c.status.isOpen()) {
      throw Refusals.COMMITMENT_ENDED.because("It is %s.".formatted(c.status.inWords()));
    }
    if (c.isPromised()) {
      throw Refusals.ALREADY_PROMISED.because("Promised words change by a counter-proposal only.");
    }
    boolean moved = !Objects.equals(terms.receiver(), c.receiver);
    if (moved) {
      c.receiver = receiver(c, terms.receiver());
    }
    if (!terms.words().equals(c.words())) {
      var wording = add(c, Wording.of(next(c), terms.words(), Party.OWNER, Party.OWNER, now));
      putInForce(c, wording);
    } else if (!moved) {
      return List.of();
    }
    return List.of(worded(c, c.wording().orElseGet(() -> unworded(now))));
  }

  static List<CommitmentsEvent> propose(
      Commitment c, Words words, Party proposedBy, Party side, Instant now) {
    var by = c.agreement.participating(proposedBy);
    if (!c.status.isOpen()) {
      throw Refusals.COMMITMENT_ENDED.because("It is %s.".formatted(c.status.inWords()));
    }
    var sides = sides(c);
    if (!sides.contains(by)) {
      throw Refusals.NOT_A_PARTICIPANT.because(
          "proposedBy: %s has no side in this commitment.".formatted(by));
    }
    if (sides.size() < 2) {
      throw Refusals.RECEIVER_NEEDED.because("Nobody is there who could accept it.");
    }
    return List.of(worded(c, add(c, Wording.of(next(c), words, by, side, now))));
  }

  static List<CommitmentsEvent> accept(Commitment c, int number, Party by, Party side) {
    if (!c.status.isOpen()) {
      throw Refusals.COMMITMENT_ENDED.because("It is %s.".formatted(c.status.inWords()));
    }
    var wording =
        c.wordings.stream()
            .filter(w -> w.number() == number && w.state() == State.WAITING)
            .findFirst()
            .orElseThrow(
                () -> Refusals.WORDING_NOT_WAITING.because("Wording %d.".formatted(number)));
    var missing = new ArrayList<>(sides(c));
    missing.remove(wording.proposedBy());
    missing.removeAll(wording.acceptedBy());
    if (by != null && !missing.contains(c.agreement.participating(by))) {
      throw Refusals.OTHER_SIDE_ACCEPTS.because("%s cannot accept it.".formatted(by));
    }
    var accepted = wording;
    for (var party : by == null ? List.copyOf(missing) : List.of(by)) {
      accepted = accepted.acceptedBy(party, side);
      missing.remove(party);
    }
    var proposer = wording.proposedBy();
    if (missing.isEmpty() && accepted.acceptedBy().stream().allMatch(proposer::equals)) {
      throw Refusals.OTHER_SIDE_ACCEPTS.because("Nobody is left who could accept it.");
    }
    replace(c, accepted);
    if (missing.isEmpty()) {
      putInForce(c, accepted);
      return List.of(worded(c, c.wording().orElseThrow()));
    }
    return List.of();
  }

  /** The one it was meant for is gone before anything was promised: the owner names another. */
  static List<CommitmentsEvent> withoutReceiver(Commitment c, Instant at) {
    if (!c.status.isOpen()) {
      return List.of();
    }
    c.receiver = null;
    return List.of(worded(c, c.wording().orElseGet(() -> unworded(at))));
  }

  /** Who must agree to words: promiser and receiver, or all who have an open part. */
  private static List<Party> sides(Commitment c) {
    if (c.isShared()) {
      return c.parts.stream()
          .filter(part -> part.state().isOpen() || part.state().isPromise())
          .map(Part::by)
          .toList();
    }
    return c.receiver == null ? List.of(c.promiser) : List.of(c.promiser, c.receiver);
  }

  private static Party receiver(Commitment c, Party wanted) {
    var fixedByMeeting = c.agreement.isOneOnOne() && c.receiver != null;
    if (c.isShared() || !c.promiser.isOwner() || fixedByMeeting) {
      throw Refusals.RECEIVER_FIXED.because(
          c.isShared()
              ? "The shared commitment has none."
              : "It is due to %s.".formatted(c.receiver));
    }
    if (wanted != null) {
      if (wanted.isOwner()) {
        throw Refusals.NOT_A_PARTICIPANT.because("It is due to a contact, not to its promiser.");
      }
      c.agreement.participating(wanted);
      if (c.agreement.isRemoved(wanted)) {
        throw Refusals.NOT_A_PARTICIPANT.because("That contact has been removed.");
      }
    }
    return wanted;
  }

  private static int next(Commitment c) {
    return c.wordings.size() + 1;
  }

  private static Wording add(Commitment c, Wording wording) {
    if (c.wordings.size() >= MOST) {
      throw Refusals.TOO_MANY_WORDINGS.because("There are %d.".formatted(MOST));
    }
    var all = new ArrayList<>(c.wordings);
    all.add(wording);
    c.wordings = List.copyOf(all);
    return wording;
  }

  private static void replace(Commitment c, Wording changed) {
    c.wordings =
        c.wordings.stream().map(w -> w.number().equals(changed.number()) ? changed : w).toList();
  }

  private static void putInForce(Commitment c, Wording wording) {
    c.wordings =
        c.wordings.stream()
            .map(
                w ->
                    w.number().equals(wording.number())
                        ? w.in(State.IN_FORCE)
                        : w.number() < wording.number() ? w.in(State.REPLACED) : w)
            .toList();
    c.inForce = wording.number();
  }

  private static Wording unworded(Instant now) {
    return Wording.of(0, Words.NONE, Party.OWNER, Party.OWNER, now).in(State.IN_FORCE);
  }

  private static CommitmentWorded worded(Commitment c, Wording wording) {
    return new CommitmentWorded(
        c.id,
        c.agreement.id,
        c.kind,
        c.promiser,
        c.receiver,
        wording.number(),
        wording.text(),
        wording.complexity(),
        wording.area(),
        wording.proposedBy(),
        wording.state() == State.IN_FORCE);
  }
}
