package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.assessment.Assessments;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.commitments.outcome.Outcomes;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.touch.Touches;
import dev.followthrough.commitments.value.Deeds;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Gathers what the figures of a contact are reckoned from. Promises and assessments are read as
 * they were known at the instant; touches, meetings and value as they are known now, by when they
 * happened.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Knowledge {

  private final AgreementReads agreements;
  private final Assessments assessments;
  private final Touches touches;
  private final Meetings meetings;
  private final Deeds deeds;
  private final List<AskSource> asks;

  Knowledge(
      AgreementReads agreements,
      Assessments assessments,
      Touches touches,
      Meetings meetings,
      Deeds deeds,
      @All List<AskSource> asks) {
    this.agreements = agreements;
    this.assessments = assessments;
    this.touches = touches;
    this.meetings = meetings;
    this.deeds = deeds;
    this.asks = asks;
  }

  /**
   * @param asOf not after now
   */
  Known of(KnownPerson person, Instant asOf) {
    var id = person.id();
    var between = agreements.with(id);
    return new Known(
        person,
        asOf,
        Outcomes.of(between, id, asOf),
        between.isEmpty() ? List.of() : assessments.known(id, between, asOf),
        touches.of(id, Instant.EPOCH, asOf),
        meetings.heldWith(id, Instant.EPOCH, asOf),
        deeds.of(id, asOf),
        asks.stream().flatMap(source -> source.inbound(id, asOf).stream()).toList());
  }
}
