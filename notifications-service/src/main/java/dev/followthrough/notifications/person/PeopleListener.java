package dev.followthrough.notifications.person;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Follows what contacts-service tells of names, and of who was removed and restored. */
@ApplicationScoped
class PeopleListener implements EventListener {

  private final People people;
  private final EventLog log;
  private final Tombstones tombstones;

  PeopleListener(People people, EventLog log, Tombstones tombstones) {
    this.people = people;
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions all) {
    all.on(ContactAdded.class, (e, record) -> isThere(e.contactId(), e.name(), record));
    all.on(ContactChanged.class, (e, record) -> isThere(e.contactId(), e.name(), record));
    all.on(ContactRestored.class, (e, record) -> isThere(e.contactId(), e.name(), record));
    all.on(ContactRemoved.class, (e, record) -> isRemoved(e.contactId(), record));
  }

  private void isThere(UUID contactId, String name, EventRecord record) {
    log.lock();
    if (!isErased(contactId, record)) {
      people.isThere(contactId, name);
    }
  }

  private void isRemoved(UUID contactId, EventRecord record) {
    log.lock();
    if (!isErased(contactId, record)) {
      people.isRemovedNow(contactId);
    }
  }

  private boolean isErased(UUID contactId, EventRecord record) {
    return tombstones.covers("contact/" + contactId, record.time());
  }
}
