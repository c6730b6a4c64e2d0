package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.standing.StandingView.ReliabilityView;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReciprocity;
import dev.followthrough.events.StandingReliability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A contact's standing as the other services are told of it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StandingFacts {

  private final Knowledge knowledge;

  StandingFacts(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * As of an instant that is not after now; what differs from the one before is left open.
   *
   * @return empty when nothing is known to reckon from
   */
  public Optional<StandingChanged> of(KnownPerson person, Instant asOf) {
    var known = knowledge.of(person, asOf);
    return known.isEmpty() ? Optional.empty() : Optional.of(facts(Standing.of(known)));
  }

  private static StandingChanged facts(Standing s) {
    var view = StandingView.of(s);
    return new StandingChanged(
        view.contactId(),
        view.asOf(),
        reliability(view.reliability()),
        view.quality(),
        view.collaboration(),
        new StandingReciprocity(
            view.reciprocity().value(),
            view.reciprocity().given(),
            view.reciprocity().received(),
            view.reciprocity().balance()),
        view.apologiesOwed(),
        view.thanksOwed(),
        view.expectationGap().verdict(),
        view.oneWaySince(),
        view.alwaysAsking(),
        view.proposedCircle(),
        List.of());
  }

  private static StandingReliability reliability(ReliabilityView r) {
    return new StandingReliability(
        r.state(), r.estimate(), r.lower(), r.upper(), r.weight(), r.kept(), r.missed());
  }
}
