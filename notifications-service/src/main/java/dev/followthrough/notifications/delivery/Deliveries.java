package dev.followthrough.notifications.delivery;

import dev.followthrough.events.WebhookEndpointTest;
import dev.followthrough.notifications.delivery.DeliveryView.Recovery;
import dev.followthrough.notifications.delivery.DeliveryView.RecoveryRequest;
import dev.followthrough.notifications.endpoint.EndpointChange;
import dev.followthrough.notifications.endpoint.EndpointProblems;
import dev.followthrough.notifications.endpoint.Subscriber;
import dev.followthrough.notifications.endpoint.Subscribers;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.message.PublicEvents;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is on its way to the owner's endpoints, what arrived, and sending it again. */
@ApplicationScoped
public class Deliveries {

  private final EntityManager entities;
  private final Subscribers subscribers;
  private final FanOut fanOut;
  private final Replay replay;
  private final EventLog log;
  private final Lanes lanes;
  private final TransportTime time;

  Deliveries(
      EntityManager entities,
      Subscribers subscribers,
      FanOut fanOut,
      Replay replay,
      EventLog log,
      Lanes lanes,
      TransportTime time) {
    this.entities = entities;
    this.subscribers = subscribers;
    this.fanOut = fanOut;
    this.replay = replay;
    this.log = log;
    this.lanes = lanes;
    this.time = time;
  }

  /** A delivery with its attempts, the first one first. */
  record WithAttempts(Delivery delivery, List<Attempt> attempts) {}

  @Transactional
  List<Delivery> list(UUID endpoint, DeliveryStatus status, Optional<UUID> before, int limit) {
    subscribers.require(endpoint);
    return Delivery.of(endpoint, status, before, limit);
  }

  @Transactional
  WithAttempts get(UUID id) {
    return new WithAttempts(find(id), Attempt.of(id));
  }

  /** Sends a test event to this endpoint alone, whatever events it wants. */
  @Transactional
  Delivery test(UUID endpointId) {
    requireEnabled(endpointId);
    var delivery = fanOut.send(log.record(new WebhookEndpointTest(endpointId)), endpointId);
    lanes.dueAtOnce(endpointId, time.now());
    return delivery;
  }

  /** Sends it once more, with the whole schedule of tries before it. */
  @Transactional
  Delivery resend(UUID id) {
    var delivery = find(id);
    if (!requireEnabled(delivery.endpointId).mayGet(delivery.eventType)) {
      throw EndpointProblems.NO_STANDING.because("This delivery is one of figures.");
    }
    restart("id = :id", "id", id, time.now());
    entities.refresh(delivery);
    lanes.dueAtOnce(delivery.endpointId, time.now());
    return delivery;
  }

  /**
   * Sends again all that was meant for the endpoint and failed, since an instant or after a place
   * in the event log, and if asked also what it missed.
   */
  @Transactional
  Recovery recover(UUID endpointId, RecoveryRequest request) {
    // of two calls at once the second finds what the first has made
    subscribers.hold(endpointId);
    var endpoint = requireEnabled(endpointId);
    var since = request.since();
    var after = request.after() == null ? 0 : request.after();
    if (since != null && since.isAfter(time.now())) {
      throw Problems.invalid("/since", "not-in-the-future", "must not be in the future");
    }
    var recovered =
        entities
            .createNativeQuery(
                """
                update delivery
                set status = 'WAITING', tries = 0, next_attempt_at = :now, lease_until = null,
                  fence = fence + 1, version = version + 1
                where id in (
                  select id from delivery
                  where endpoint_id = :endpoint and status = 'FAILED'
                    and created_at >= :since and sequence > :after
                    and (:standing or event_type not in (:figures))
                  order by id for update)
                """)
            .setParameter("now", time.now())
            .setParameter("endpoint", endpointId)
            .setParameter("since", since == null ? Instant.EPOCH : since)
            .setParameter("after", after)
            .setParameter("standing", endpoint.receivesStanding())
            .setParameter("figures", PublicEvents.figures())
            .executeUpdate();
    var replayed =
        Boolean.TRUE.equals(request.missed())
            ? replay.missed(endpoint, since, after)
            : new Replay.Replayed(0, null);
    lanes.dueAtOnce(endpointId, time.now());
    return new Recovery(recovered, replayed.count(), replayed.continueAfter());
  }

  void onChange(@Observes EndpointChange change) {
    switch (change) {
      case EndpointChange.Enabled(var endpoint) ->
          restart("endpoint_id = :id and status = 'WAITING'", "id", endpoint, time.now());
      case EndpointChange.Removed(var endpoint) -> forget("endpoint_id = :id", endpoint);
    }
  }

  /** Forgets what was to tell of these messages. */
  @Transactional(TxType.MANDATORY)
  public void forget(List<UUID> messages) {
    forget(
        "event_id = any (cast(string_to_array(:id, ',') as uuid[]))",
        messages.stream().map(UUID::toString).collect(Collectors.joining(",")));
    // something may have waited for what is forgotten
    lanes.allDueAt(time.now());
  }

  @Transactional(TxType.MANDATORY)
  public void forgetAll() {
    entities.createNativeQuery("delete from delivery_attempt").executeUpdate();
    entities.createNativeQuery("delete from delivery").executeUpdate();
  }

  /**
   * Begins the schedule of tries anew, and now. A try that is under way is not waited for: the
   * fence that is raised keeps its result from deciding anything, so that what was asked for
   * happens.
   */
  private void restart(String which, String name, Object value, Instant now) {
    entities
        .createNativeQuery(
            """
            update delivery
            set status = 'WAITING', tries = 0, next_attempt_at = :now, lease_until = null,
              delivered_at = null, fence = fence + 1, version = version + 1
            where id in (
              select id from delivery where """
                + " "
                + which
                + " order by id for update)")
        .setParameter("now", now)
        .setParameter(name, value)
        .executeUpdate();
  }

  private void forget(String which, Object id) {
    // once they are held, no result adds an attempt any more
    entities
        .createNativeQuery("select id from delivery where " + which + " order by id for update")
        .setParameter("id", id)
        .getResultList();
    entities
        .createNativeQuery(
            "delete from delivery_attempt where delivery_id in (select d.id from delivery d where "
                + which
                + ")")
        .setParameter("id", id)
        .executeUpdate();
    entities
        .createNativeQuery("delete from delivery where " + which)
        .setParameter("id", id)
        .executeUpdate();
  }

  private static Delivery find(UUID id) {
    return Delivery.ofId(id).orElseThrow(() -> Problems.notFound("delivery", id));
  }

  private Subscriber requireEnabled(UUID id) {
    var endpoint = subscribers.require(id);
    if (!endpoint.enabled()) {
      throw EndpointProblems.DISABLED.because("It was disabled; enable it first.");
    }
    return endpoint;
  }
}
