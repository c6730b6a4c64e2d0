package dev.followthrough.contacts.standing;

import dev.followthrough.contacts.circle.Standing;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.events.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * What commitments-service last told of contacts' standing. Until it tells, a contact's standing is
 * not known. Of who is not in the network, nor removed for a while, nothing is kept.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Standings {

  private final Contacts contacts;

  Standings(Contacts contacts) {
    this.contacts = contacts;
  }

  /** What was told takes the place of what was told before. */
  @Transactional
  void note(StandingChanged told) {
    if (!contacts.judge(told.contactId(), forCircles(told))) {
      return;
    }
    var known = KnownStanding.of(told.contactId());
    var standing = known.orElseGet(KnownStanding::new);
    standing.id = told.contactId();
    standing.told = told;
    if (known.isEmpty()) {
      standing.persist();
    }
  }

  /** Empty while nothing is known. */
  public Optional<StandingChanged> of(UUID contactId) {
    return KnownStanding.of(contactId).map(standing -> standing.told);
  }

  public void eraseContact(UUID contactId) {
    KnownStanding.delete("id", contactId);
  }

  public void eraseAll() {
    KnownStanding.deleteAll();
  }

  private static Standing forCircles(StandingChanged told) {
    var reliability = told.reliability();
    return new Standing(
        reliability == null ? null : reliability.lower(),
        reliability == null ? null : reliability.upper(),
        told.oneWaySince(),
        told.asOf());
  }
}
