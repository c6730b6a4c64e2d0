package dev.followthrough.notifications.message;

import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts what the other services tell into the event log, unless it names somebody erased. */
@ApplicationScoped
class EverythingListener implements EventListener {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final EventLog log;
  private final Tombstones tombstones;

  EverythingListener(EventLog log, Tombstones tombstones) {
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts", "commitments");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.onAny(this::on);
  }

  void on(EventRecord event) {
    if (PublicEvents.includes(event.type()) && !namesSomebodyErased(event)) {
      log.receive(event);
    }
  }

  private boolean namesSomebodyErased(EventRecord event) {
    var subjects =
        ID.matcher(event.body()).results().map(id -> "contact/" + id.group()).distinct().toList();
    return tombstones.coversAny(subjects, event.time());
  }
}
