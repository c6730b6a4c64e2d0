package dev.followthrough.commitments.openloop;

import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the copy of the open loops. */
@ApplicationScoped
class OpenLoopListener implements EventListener {

  private final OpenLoops loops;
  private final Tombstones tombstones;

  OpenLoopListener(OpenLoops loops, Tombstones tombstones) {
    this.loops = loops;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(
        OpenLoopOpened.class,
        (e, record) -> {
          if (!tombstones.covers("contact/" + e.contactId(), record.time())) {
            loops.open(e);
          }
        });
    subscriptions.on(OpenLoopClosed.class, e -> loops.close(e.touchId()));
  }
}
