package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.agreement.DeliveredValue;
import dev.followthrough.commitments.figure.AlwaysAsking;
import dev.followthrough.commitments.figure.ExpectationGap.Rapport;
import dev.followthrough.commitments.figure.OneWay;
import dev.followthrough.commitments.figure.OneWay.ReachedOut;
import dev.followthrough.commitments.meeting.HeldMeeting;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.standing.AskSource.InboundAsk;
import dev.followthrough.commitments.touch.KnownTouch;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.events.AsksAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the touches and meetings with a contact say of the tie: rapport, whether value goes one way,
 * whether they are always asking, and how much they ask after the owner. A year is the 365 days up
 * to the instant.
 */
record Ties(
    Rapport rapport,
    Optional<Instant> oneWaySince,
    boolean alwaysAsking,
    int inboundTouches,
    int askedAfter,
    int courtesies) {

  static final Duration YEAR = Duration.ofDays(365);

  static Ties of(Known known) {
    var inbound = inboundInTheYear(known);
    return new Ties(
        rapport(known),
        oneWay(known).since(known.asOf()),
        AlwaysAsking.holds(
            known.asks().stream().map(InboundAsk::askedAt).toList(),
            inbound.stream().map(KnownTouch::happenedAt).toList(),
            known.asOf()),
        inbound.size(),
        (int) inbound.stream().filter(one -> one.asksAfter() == AsksAfter.REAL).count(),
        (int) inbound.stream().filter(one -> one.asksAfter() == AsksAfter.COURTESY).count());
  }

  /** The touches that ask nothing, both ways. */
  static List<KnownTouch> friendlyInTheYear(Known known) {
    return known.touches().stream()
        .filter(touch -> touch.asksNothing() && isInTheYear(touch.happenedAt(), known))
        .toList();
  }

  static List<KnownTouch> inboundInTheYear(Known known) {
    return known.touches().stream()
        .filter(touch -> touch.isInbound() && isInTheYear(touch.happenedAt(), known))
        .toList();
  }

  static List<KnownTouch> reachedOut(Known known) {
    return known.touches().stream()
        .filter(touch -> touch.isOutbound() && touch.asksNothing())
        .toList();
  }

  /** Favours; a promise that was kept is told apart from them. */
  static List<Value> favoursReceived(Known known) {
    return known.deeds().stream()
        .filter(deed -> deed.direction() == ValueDirection.RECEIVED && !isPromise(deed))
        .toList();
  }

  static List<Ended> keptPromises(Known known) {
    return known.promisedBy(known.contact()).stream().filter(Ended::kept).toList();
  }

  static boolean isInTheYear(Instant at, Known known) {
    return at.isAfter(known.asOf().minus(YEAR)) && !at.isAfter(known.asOf());
  }

  static boolean isPromise(Value deed) {
    return deed.kind().equals(DeliveredValue.KIND);
  }

  private static Rapport rapport(Known known) {
    var meetings = known.meetings().stream().filter(m -> isInTheYear(m.endsAt(), known)).count();
    var first =
        Stream.concat(
                known.touches().stream().map(KnownTouch::happenedAt),
                known.meetings().stream().map(HeldMeeting::endsAt))
            .min(Instant::compareTo);
    return new Rapport(
        friendlyInTheYear(known).size() + (int) meetings,
        known.person().facts().sharedInterests().size(),
        first,
        keptPromises(known).stream().map(Ended::closedAt).max(Instant::compareTo));
  }

  private static OneWay oneWay(Known known) {
    return new OneWay(
        reachedOut(known).stream()
            .map(one -> new ReachedOut(one.happenedAt(), Optional.ofNullable(one.answeredAt())))
            .toList(),
        known.asks().stream().map(InboundAsk::askedAt).toList(),
        Stream.of(
                known.meetings().stream().map(HeldMeeting::endsAt),
                favoursReceived(known).stream().map(Value::at),
                keptPromises(known).stream().map(Ended::closedAt))
            .flatMap(all -> all)
            .toList());
  }
}
