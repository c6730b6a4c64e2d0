package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.profile.OwnerZones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows agreements with the contacts' names and in the owner's zone, as both are now. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AgreementViews {

  private final People people;
  private final OwnerZones zones;

  AgreementViews(People people, OwnerZones zones) {
    this.people = people;
    this.zones = zones;
  }

  AgreementView of(Agreement agreement) {
    return of(List.of(agreement)).getFirst();
  }

  List<AgreementView> of(List<Agreement> agreements) {
    var contacts = agreements.stream().flatMap(a -> a.contactIds.stream()).distinct().toList();
    var names = people.names(contacts);
    var zone = zones.current();
    return agreements.stream().map(a -> AgreementView.of(a, names, zone)).toList();
  }
}
