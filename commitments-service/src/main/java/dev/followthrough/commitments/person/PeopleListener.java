package dev.followthrough.commitments.person;

import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Keeps the copy of the owner's contacts. */
@ApplicationScoped
class PeopleListener implements EventListener {

  private final People people;
  private final Tombstones tombstones;

  PeopleListener(People people, Tombstones tombstones) {
    this.people = people;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(
        ContactAdded.class, (e, record) -> name(e.contactId(), e.name(), e.facts(), record));
    subscriptions.on(
        ContactChanged.class, (e, record) -> name(e.contactId(), e.name(), e.facts(), record));
    subscriptions.on(
        ContactRestored.class, (e, record) -> name(e.contactId(), e.name(), e.facts(), record));
    subscriptions.on(CircleChanged.class, e -> people.move(e.contactId(), e.to()));
    subscriptions.on(ContactRemoved.class, e -> people.remove(e.contactId()));
  }

  private void name(UUID contactId, String name, ContactFacts facts, EventRecord record) {
    if (!tombstones.covers("contact/" + contactId, record.time())) {
      people.name(contactId, name, facts);
    }
  }
}
