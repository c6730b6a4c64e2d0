package dev.followthrough.commitments.touch;

import dev.followthrough.events.TouchChanged;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.events.TouchRemoved;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the copy of the touches. */
@ApplicationScoped
class TouchListener implements EventListener {

  private final Touches touches;
  private final Tombstones tombstones;

  TouchListener(Touches touches, Tombstones tombstones) {
    this.touches = touches;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(TouchRecorded.class, (e, record) -> note(facts(e), record));
    subscriptions.on(TouchChanged.class, this::note);
    subscriptions.on(TouchRemoved.class, e -> touches.remove(e.touchId()));
  }

  private void note(TouchChanged facts, EventRecord record) {
    if (!tombstones.covers("contact/" + facts.contactId(), record.time())) {
      touches.note(facts);
    }
  }

  /** What is said of a new touch and of a corrected one is the same. */
  private static TouchChanged facts(TouchRecorded e) {
    return new TouchChanged(
        e.touchId(),
        e.contactId(),
        e.direction(),
        e.kind(),
        e.happenedAt(),
        e.answers(),
        e.redirects(),
        e.asksQuestion(),
        e.awaitsReply(),
        e.saysThanks(),
        e.asksAfter(),
        e.asksNothing(),
        e.tellsWhatIDoNow());
  }
}
