package dev.followthrough.commitments.mirror;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.assessment.Assessed;
import dev.followthrough.commitments.assessment.Assessments;
import dev.followthrough.commitments.figure.Digits;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.commitments.mirror.MirrorView.OwnFollowUp;
import dev.followthrough.commitments.mirror.MirrorView.OwnPromises;
import dev.followthrough.commitments.mirror.MirrorView.OwnValue;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.outcome.Outcomes;
import dev.followthrough.commitments.reading.AsOf;
import dev.followthrough.commitments.reliability.Ratings;
import dev.followthrough.commitments.reliability.Reliability;
import dev.followthrough.commitments.standing.AskSource;
import dev.followthrough.commitments.touch.Touches;
import dev.followthrough.commitments.value.Deeds;
import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.platform.time.BusinessTime;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the owner's own standing: what they keep, return, follow up, give, ask and owe. */
@ApplicationScoped
class Mirrors {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final String INTRODUCTION = "introductionMade";

  private final AgreementReads agreements;
  private final Assessments assessments;
  private final Meetings meetings;
  private final Touches touches;
  private final Deeds deeds;
  private final List<AskSource> asks;
  private final BusinessTime time;

  Mirrors(
      AgreementReads agreements,
      Assessments assessments,
      Meetings meetings,
      Touches touches,
      Deeds deeds,
      @All List<AskSource> asks,
      BusinessTime time) {
    this.agreements = agreements;
    this.assessments = assessments;
    this.meetings = meetings;
    this.touches = touches;
    this.deeds = deeds;
    this.asks = asks;
    this.time = time;
  }

  /**
   * @param asked null for now
   */
  @Transactional
  MirrorView of(Instant asked) {
    agreements.settleOverdue();
    var asOf = AsOf.of(asked, time.now());
    var yearAgo = asOf.minus(YEAR);
    var commitments = agreements.ofOwner();
    var promises = Outcomes.ofOwner(commitments, asOf);
    var assessed = assessments.aboutOwner(commitments, asOf);
    var values = deeds.all(asOf);
    var given =
        values.stream()
            .filter(value -> value.direction() == ValueDirection.GIVEN)
            .filter(value -> value.at().isAfter(yearAgo))
            .toList();
    var followUp = FollowUp.of(meetings.met(yearAgo, asOf), touches.outbound(yearAgo, asOf), asOf);
    return new MirrorView(
        asOf,
        OwnPromises.of(Reliability.of(promises.stream().map(Ended::outcome).toList(), asOf)),
        Digits.shown(mean(assessed, CommitmentKind.INDIVIDUAL, asOf)),
        Digits.shown(mean(assessed, CommitmentKind.SHARED, asOf)),
        OwnValue.of(Reciprocity.of(values, asOf)),
        new OwnFollowUp(followUp.met(), followUp.followedUp()),
        (int) given.stream().map(Value::kind).filter(INTRODUCTION::equals).count(),
        asks.stream().mapToInt(source -> source.outbound(yearAgo, asOf)).sum(),
        given.size(),
        MirrorView.apologies(
            promises.stream().filter(one -> !one.kept() && !one.apologised()).toList()));
  }

  private static OptionalDouble mean(List<Assessed> assessed, CommitmentKind kind, Instant asOf) {
    return Ratings.mean(
        assessed.stream().filter(one -> one.kind() == kind).map(Assessed::rating).toList(), asOf);
  }
}
