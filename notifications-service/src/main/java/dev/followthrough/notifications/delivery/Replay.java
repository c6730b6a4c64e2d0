package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.endpoint.Subscriber;
import dev.followthrough.notifications.message.LogReader;
import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.notifications.message.Selection;
import dev.followthrough.notifications.time.TransportTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes deliveries of what an endpoint wants and was never meant for it: it is younger than the
 * event, or did not want the type then. The oldest come first; one call looks at 2,000 events.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Replay {

  private static final int PART = 200;
  private static final int MOST = 2_000;

  private final LogReader log;
  private final FanOut fanOut;
  private final EntityManager entities;
  private final TransportTime time;

  Replay(LogReader log, FanOut fanOut, EntityManager entities, TransportTime time) {
    this.log = log;
    this.fanOut = fanOut;
    this.entities = entities;
    this.time = time;
  }

  /**
   * @param count how many deliveries were made
   * @param continueAfter the place after which more is to be looked at, or null
   */
  record Replayed(int count, Long continueAfter) {}

  Replayed missed(Subscriber endpoint, Instant since, long after) {
    // what the log is about to forget could not be sent any more
    var kept = time.now().minus(LogReader.KEPT);
    var from = since == null || since.isBefore(kept) ? kept : since;
    var wanted = Selection.replayed(endpoint.eventTypes(), from, endpoint.receivesStanding());
    var place = after;
    var made = 0;
    for (var looked = 0; looked < MOST; looked += PART) {
      var part = log.after(place, wanted, PART);
      made += deliver(part, endpoint.id());
      if (part.size() < PART) {
        return new Replayed(made, null);
      }
      place = part.getLast().sequence();
    }
    return new Replayed(made, place);
  }

  private int deliver(List<LoggedMessage> part, UUID endpoint) {
    var meant = meantFor(endpoint, part.stream().map(LoggedMessage::id).toList());
    var missed =
        part.stream()
            .filter(message -> !meant.contains(message.id()))
            .filter(message -> FanOut.isNotAbout(message, endpoint))
            .toList();
    missed.forEach(message -> fanOut.send(message, endpoint));
    return missed.size();
  }

  private Set<UUID> meantFor(UUID endpoint, List<UUID> events) {
    if (events.isEmpty()) {
      return Set.of();
    }
    List<UUID> meant =
        entities
            .createNativeQuery(
                "select event_id from delivery where endpoint_id = :endpoint and event_id in (:events)",
                UUID.class)
            .setParameter("endpoint", endpoint)
            .setParameter("events", events)
            .getResultList();
    return new HashSet<>(meant);
  }
}
