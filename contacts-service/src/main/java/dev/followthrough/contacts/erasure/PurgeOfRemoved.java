package dev.followthrough.contacts.erasure;

import dev.followthrough.contacts.contact.Removal;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * A contact that was not restored within 30 days of its removal is erased like one that the owner
 * asked to be erased: in every service, with all that belongs to it.
 */
@ApplicationScoped
class PurgeOfRemoved implements DueHandler {

  private final Removal removal;
  private final Erasures erasures;

  PurgeOfRemoved(Removal removal, Erasures erasures) {
    this.removal = removal;
    this.erasures = erasures;
  }

  @Override
  public String kind() {
    return Removal.PURGE;
  }

  /** It locks meetings, goals and other contacts, in no order that calls could keep to. */
  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void run(UUID contactId, Instant dueAt) {
    if (removal.isFinal(contactId)) {
      erasures.erase(new NewErasure(contactId, null));
    }
  }
}
