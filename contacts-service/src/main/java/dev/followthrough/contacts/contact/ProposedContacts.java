package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.KnownContact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The contacts of whom a move to another circle is proposed. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProposedContacts {

  /** The longest proposed first, after the one given if any. */
  public List<KnownContact> find(Instant now, Instant afterAt, UUID afterId, int limit) {
    return ContactsAhead.proposed(now, afterAt, afterId, limit).stream()
        .map(Contact::known)
        .toList();
  }

  /** The same as if nothing were known of anybody's standing: by silence alone. */
  public List<KnownContact> findSilent(Instant now, Instant afterAt, UUID afterId, int limit) {
    return ContactsAhead.dormant(now, afterAt, afterId, limit).stream()
        .map(contact -> contact.known().withoutStanding())
        .toList();
  }
}
