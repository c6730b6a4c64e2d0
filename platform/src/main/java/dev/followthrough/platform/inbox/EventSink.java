package dev.followthrough.platform.inbox;

import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The inbox's face towards whatever brings the events. */
@ApplicationScoped
public class EventSink {

  private final Inbox inbox;
  private final Subscriptions subscriptions;

  EventSink(Inbox inbox, Subscriptions subscriptions) {
    this.inbox = inbox;
    this.subscriptions = subscriptions;
  }

  /** The services whose events are wanted. */
  public Set<String> sources() {
    return subscriptions.sources();
  }

  /**
   * Applies the events of one owner and source in their order, recognises repeats, or parks what
   * cannot be applied.
   *
   * @throws RuntimeException for a fault of the infrastructure only; give them again later
   */
  public void accept(List<EventRecord> ofOneOwner) {
    inbox.accept(ofOneOwner);
  }
}
