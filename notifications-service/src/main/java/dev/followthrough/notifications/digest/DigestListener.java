package dev.followthrough.notifications.digest;

import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Makes digests of the lists that commitments-service compiles. */
@ApplicationScoped
class DigestListener implements EventListener {

  private final Digests digests;
  private final EventLog log;
  private final Tombstones tombstones;

  DigestListener(Digests digests, EventLog log, Tombstones tombstones) {
    this.digests = digests;
    this.log = log;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts", "commitments");
  }

  @Override
  public void register(Subscriptions all) {
    on(all, NextActionsCompiled.class, this::compiled);
    on(all, ProfileChanged.class, (_, _) -> digests.clockChanged());
    on(all, ContactRemoved.class, (e, _) -> digests.forget(e.contactId()));
  }

  /** What is heard here changes due work and digests, which come after the log's lock. */
  private <E> void on(Subscriptions all, Class<E> type, BiConsumer<E, EventRecord> then) {
    all.on(
        type,
        (event, record) -> {
          log.lock();
          then.accept(event, record);
        });
  }

  private void compiled(NextActionsCompiled list, EventRecord record) {
    var people =
        list.actions().stream()
            .map(NextAction::with)
            .flatMap(with -> with.stream().map(person -> subject(person.contactId())))
            .distinct()
            .toList();
    var someErased = tombstones.coversAny(people, record.time());
    digests.compiled(
        list, contact -> someErased && tombstones.covers(subject(contact), record.time()));
  }

  private static String subject(UUID contactId) {
    return "contact/" + contactId;
  }
}
