package dev.followthrough.contacts.erasure;

import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from the other services that they have erased their part. */
@ApplicationScoped
class ErasureListener implements EventListener {

  private final Erasures erasures;

  ErasureListener(Erasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments", "notifications");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.onErasure(
        ErasureCompleted.class,
        (event, envelope) ->
            erasures.note(event.erasureId(), envelope.source(), event.completedAt()));
  }
}
