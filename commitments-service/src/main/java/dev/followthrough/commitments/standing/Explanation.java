package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.standing.AskSource.InboundAsk;
import dev.followthrough.commitments.touch.KnownTouch;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Says of each figure which events it is reckoned from: those, and no others. */
final class Explanation {

  private final Standing standing;
  private final Known known;
  private final Party contact;
  private final Instant asOf;

  private Explanation(Standing standing) {
    this.standing = standing;
    this.known = standing.known();
    this.contact = known.contact();
    this.asOf = known.asOf();
  }

  /** What is behind a figure, the latest first. */
  static List<EvidenceView> of(Figure figure, Standing standing) {
    return new Explanation(standing)
        .behind(figure)
        .distinct()
        .sorted(EvidenceView.LATEST_FIRST)
        .toList();
  }

  private Stream<EvidenceView> behind(Figure figure) {
    return switch (figure) {
      case RELIABILITY -> promises(known.promisedBy(contact));
      case OWNER_RELIABILITY -> promises(known.promisedBy(Party.OWNER));
      case QUALITY -> assessments(contact, CommitmentKind.INDIVIDUAL);
      case COLLABORATION -> assessments(contact, CommitmentKind.SHARED);
      case OWNER_QUALITY -> assessments(Party.OWNER, CommitmentKind.INDIVIDUAL);
      case OWNER_COLLABORATION -> assessments(Party.OWNER, CommitmentKind.SHARED);
      case RECIPROCITY -> deeds(known.deeds());
      case EXPECTATION_GAP -> gap();
      case ONE_WAY -> oneWay();
      case ALWAYS_ASKING -> Stream.concat(asksInTheYear(), touches(Ties.inboundInTheYear(known)));
      case ASKS_AFTER ->
          touches(
              Ties.inboundInTheYear(known).stream()
                  .filter(touch -> touch.asksAfter() != AsksAfter.NO)
                  .toList());
      case APOLOGIES_OWED -> promises(standing.apologiesOwed());
      case THANKS_OWED -> deeds(standing.thanksOwed());
      case PROPOSED_CIRCLE -> Stream.concat(promises(known.promisedBy(contact)), oneWay());
    };
  }

  /** Rapport and when it began, against what was proved. */
  private Stream<EvidenceView> gap() {
    var rapport =
        Stream.concat(
            touches(Ties.friendlyInTheYear(known)),
            known.meetings().stream()
                .filter(meeting -> Ties.isInTheYear(meeting.endsAt(), known))
                .map(EvidenceView::of));
    var beginning =
        Stream.concat(
            touches(known.touches()).limit(1),
            known.meetings().stream().limit(1).map(EvidenceView::of))
            .min(EvidenceView.LATEST_FIRST.reversed())
            .stream();
    var proved =
        Stream.of(
                promises(known.promisedBy(contact)),
                assessments(contact, CommitmentKind.INDIVIDUAL),
                assessments(contact, CommitmentKind.SHARED))
            .flatMap(all -> all);
    return Stream.of(rapport, beginning, proved).flatMap(all -> all);
  }

  private Stream<EvidenceView> oneWay() {
    return Stream.of(
            touches(Ties.reachedOut(known)),
            asksInTheYear(),
            known.meetings().stream().map(EvidenceView::of),
            deeds(Ties.favoursReceived(known)),
            promises(Ties.keptPromises(known)))
        .flatMap(all -> all)
        .filter(one -> Ties.isInTheYear(one.at(), known));
  }

  private Stream<EvidenceView> asksInTheYear() {
    return known.asks().stream()
        .filter(ask -> Ties.isInTheYear(ask.askedAt(), known))
        .map((InboundAsk ask) -> EvidenceView.of(ask, contact));
  }

  private Stream<EvidenceView> promises(Collection<Ended> promises) {
    return promises.stream().map(promise -> EvidenceView.of(promise, asOf));
  }

  private Stream<EvidenceView> assessments(Party of, CommitmentKind kind) {
    return Work.assessmentsOf(known, of).stream()
        .filter(one -> one.kind() == kind)
        .map(one -> EvidenceView.of(one, asOf));
  }

  private Stream<EvidenceView> deeds(Collection<Value> deeds) {
    return deeds.stream().map(deed -> EvidenceView.of(deed, contact, asOf));
  }

  private Stream<EvidenceView> touches(Collection<KnownTouch> touches) {
    return touches.stream().map(touch -> EvidenceView.of(touch, contact));
  }
}
