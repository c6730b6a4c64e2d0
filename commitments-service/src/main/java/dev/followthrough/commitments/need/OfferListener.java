package dev.followthrough.commitments.need;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Hears what contacts offer and are good at. */
@ApplicationScoped
class OfferListener implements EventListener {

  private final Offers offers;
  private final Tombstones tombstones;

  OfferListener(Offers offers, Tombstones tombstones) {
    this.offers = offers;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(ContactAdded.class, (e, record) -> note(e.contactId(), e.facts(), record));
    s.on(ContactRestored.class, (e, record) -> note(e.contactId(), e.facts(), record));
    s.on(ContactChanged.class, (e, record) -> note(e.contactId(), e.facts(), record));
  }

  /** An older version of contacts-service tells no facts, and so nothing of them. */
  private void note(UUID contactId, ContactFacts facts, EventRecord record) {
    if (facts != null && !tombstones.covers("contact/" + contactId, record.time())) {
      offers.note(contactId, facts);
    }
  }
}
