package dev.followthrough.contacts.contact;

import dev.followthrough.events.ErasureRequested;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Hears that a contact said *forget me* through a share link. They are out of the network at once
 * and erased when the 30 days for undoing a removal are over: a link that fell into wrong hands
 * must not destroy the owner's records for good.
 */
@ApplicationScoped
class ForgetMeListener implements EventListener {

  private final Removal removal;

  ForgetMeListener(Removal removal) {
    this.removal = removal;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(ErasureRequested.class, wish -> removal.wished(wish.contactId()));
  }
}
