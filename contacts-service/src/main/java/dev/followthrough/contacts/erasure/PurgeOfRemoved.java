package dev.followthrough.contacts.erasure;

import dev.followthrough.contacts.contact.Removal;
import dev.followthrough.platform.duework.DueHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * A contact that was not restored within 30 days of its removal is erased like one that the owner
 * asked to be erased: in every service, with all that belongs to it. It need not have the owner to
 * itself: nothing new is recorded of somebody who is removed.
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

  @Override
  public void run(UUID contactId, Instant dueAt) {
    if (removal.isFinal(contactId)) {
      erasures.erase(new NewErasure(contactId, null));
    }
  }
}
