package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.reading.AsOf;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads what a contact's evidence adds up to, and explains it. */
@ApplicationScoped
class Standings {

  private final People people;
  private final Knowledge knowledge;
  private final AgreementReads agreements;
  private final BusinessTime time;

  Standings(People people, Knowledge knowledge, AgreementReads agreements, BusinessTime time) {
    this.people = people;
    this.knowledge = knowledge;
    this.agreements = agreements;
    this.time = time;
  }

  /**
   * @param asOf null for now
   */
  @Transactional
  StandingView of(UUID contactId, Instant asOf) {
    return StandingView.of(standing(contactId, asOf));
  }

  /** The events behind a figure, the latest first. */
  @Transactional
  List<EvidenceView> evidence(UUID contactId, Figure figure, Instant asOf) {
    return Explanation.of(figure, standing(contactId, asOf));
  }

  private Standing standing(UUID contactId, Instant asOf) {
    agreements.settleOverdue();
    var person = people.present(contactId).orElseThrow(() -> people.missing(contactId));
    return Standing.of(knowledge.of(person, AsOf.of(asOf, time.now())));
  }
}
