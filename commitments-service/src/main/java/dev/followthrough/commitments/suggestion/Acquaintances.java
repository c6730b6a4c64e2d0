package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.OwnerNeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What the owner's profile and a contact say, side by side. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Acquaintances {

  private final OwnerZones profile;

  Acquaintances(OwnerZones profile) {
    this.profile = profile;
  }

  public Between with(KnownPerson person) {
    var owner = profile.facts();
    var facts = person.facts();
    return new Between(
        owner.needs().stream().map(OwnerNeed::words).toList(),
        owner.offers(),
        person.name(),
        facts.sharedInterests(),
        facts.expertise(),
        facts.needs(),
        facts.offers());
  }
}
