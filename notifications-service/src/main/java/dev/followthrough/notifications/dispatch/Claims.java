package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.dispatch.WaitingDeliveries.Taken;
import dev.followthrough.notifications.endpoint.Subscriber;
import dev.followthrough.notifications.endpoint.Subscribers;
import dev.followthrough.notifications.lane.DueLanes;
import dev.followthrough.notifications.lane.Lane;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Claims deliveries from a lane, one replica at a time: as many as have a place there, each with a
 * lease and a fence. Leaves the lane with the instant at which it is worth a look again; a lease
 * that ends without a result makes it so.
 */
@ApplicationScoped
class Claims {

  private static final String NO_FIGURES =
      "Nothing was sent: the endpoint may not get figures any more.";
  private static final String FORGOTTEN =
      "Nothing was sent: the event is no longer in the log, which keeps 30 days.";
  private static final Duration LOOK_FOR_OTHERS = Duration.ofMillis(250);
  private static final Duration PUT_OFF = Duration.ofSeconds(30);
  private static final Duration OWNER_BUSY = Duration.ofSeconds(1);
  private static final Duration SHORT_OF_TOKENS = Duration.ofMillis(50);

  private final Owners owners;
  private final Sql sql;
  private final Lanes lanes;
  private final DueLanes dueLanes;
  private final WaitingDeliveries waiting;
  private final LaneLoad loads;
  private final Subscribers subscribers;
  private final EventLog log;
  private final DispatchConfig config;
  private final TransportTime time;

  Claims(
      Owners owners,
      Sql sql,
      Lanes lanes,
      DueLanes dueLanes,
      WaitingDeliveries waiting,
      LaneLoad loads,
      Subscribers subscribers,
      EventLog log,
      DispatchConfig config,
      TransportTime time) {
    this.owners = owners;
    this.sql = sql;
    this.lanes = lanes;
    this.dueLanes = dueLanes;
    this.waiting = waiting;
    this.loads = loads;
    this.subscribers = subscribers;
    this.log = log;
    this.config = config;
    this.time = time;
  }

  /**
   * @param evenIfNotDue because a place has become free
   * @param atMost places that this replica has left for all lanes
   * @throws dev.followthrough.platform.owner.OwnerBusy when somebody works alone for the owner
   */
  List<Claim> claim(Lane lane, boolean evenIfNotDue, int atMost) {
    return owners.actIfFree(lane.owner(), () -> claimAsOwner(lane, evenIfNotDue, atMost));
  }

  private List<Claim> claimAsOwner(Lane lane, boolean evenIfNotDue, int atMost) {
    var now = time.now();
    var health = dueLanes.tryLock(lane.endpoint(), now, evenIfNotDue);
    if (health.isEmpty()) {
      return List.of();
    }
    // a claim that a crash of the database forgets is only made again, and told by its lease from
    // the one before, whose fence it then has
    sql.update("set local synchronous_commit = off");
    var endpoint = subscribers.find(lane.endpoint()).orElse(null);
    if (endpoint == null || !endpoint.enabled()) {
      lanes.close(lane.endpoint());
      return List.of();
    }
    var load = loads.of(lane.endpoint());
    var places = health.get().failures() > 0 ? 1 : Math.min(load.width(), endpoint.concurrency());
    var underWay = waiting.underWay(lane.endpoint(), now);
    var free = Math.max(0, Math.min(places - underWay, atMost));
    var allowed = free == 0 ? 0 : load.take(free, endpoint.ratePerSecond());
    var taken = allowed == 0 ? List.<Ready>of() : take(endpoint, now, allowed);
    load.giveBack(allowed - taken.size());
    var tooFast = allowed < free || atMost <= taken.size();
    leave(endpoint, now, load, underWay, taken.size(), tooFast);
    return taken.isEmpty() ? List.of() : claims(lane, endpoint, taken);
  }

  /** A delivery that was taken, and what it brings. */
  private record Ready(Taken taken, LoggedMessage message) {}

  /**
   * What may not go there any more, because somebody else has changed the endpoint, ends here, and
   * so does what the log has no message of any more.
   */
  private List<Ready> take(Subscriber endpoint, Instant now, int most) {
    var taken =
        waiting.take(endpoint.id(), endpoint.inOrder(), now, now.plus(config.lease()), most);
    var messages = messages(taken);
    var ready = new ArrayList<Ready>();
    for (var one : taken) {
      var message = messages.get(one.eventId());
      if (!endpoint.mayGet(one.eventType())) {
        waiting.giveUp(one.id(), now, NO_FIGURES);
      } else if (message == null) {
        waiting.giveUp(one.id(), now, FORGOTTEN);
      } else {
        ready.add(new Ready(one, message));
      }
    }
    ready.sort(Comparator.comparingLong(one -> one.message().sequence()));
    return ready;
  }

  private Map<UUID, LoggedMessage> messages(List<Taken> taken) {
    return log.find(taken.stream().map(Taken::eventId).toList()).stream()
        .collect(Collectors.toMap(LoggedMessage::id, Function.identity()));
  }

  /** Leaves a lane alone for a while that cannot be claimed from, so that it holds up no other. */
  void putOff(Lane lane) {
    dueLanes.putOff(lane, time.now().plus(PUT_OFF));
  }

  /** Leaves a lane alone for a moment whose owner is being erased in. */
  void putOffABit(Lane lane) {
    dueLanes.putOff(lane, time.now().plus(OWNER_BUSY));
  }

  /** Says when to look again: for what is due later, or as soon as a place or token is free. */
  private void leave(
      Subscriber subscriber,
      Instant now,
      LaneLoad.Load load,
      int before,
      int taken,
      boolean tooFast) {
    var endpoint = subscriber.id();
    var next = waiting.nextAttempt(endpoint, subscriber.inOrder());
    var more = isDue(next, now);
    // who waits for a turn is called like who waits for a place
    var waitsForTurn =
        !more && subscriber.inOrder() && isDue(waiting.nextAttempt(endpoint, false), now);
    load.setCrowded(more || waitsForTurn);
    if (waitsForTurn && before + taken > 0) {
      // the one before it may be under way at another replica, which would not call us
      dueLanes.lookAgainAt(endpoint, now.plus(LOOK_FOR_OTHERS));
    } else if (!more) {
      dueLanes.lookAgainAt(endpoint, next);
    } else if (tooFast) {
      dueLanes.lookAgainAt(endpoint, now.plus(SHORT_OF_TOKENS));
    } else if (load.underWay() + taken > 0 && before <= load.underWay()) {
      // all places are taken by this replica, which looks again when one is left
      dueLanes.lookAgainAt(endpoint, now.plus(config.lease()));
    } else {
      dueLanes.lookAgainAt(endpoint, now.plus(LOOK_FOR_OTHERS));
    }
  }

  private static boolean isDue(Instant next, Instant now) {
    return next != null && !next.isAfter(now);
  }

  private List<Claim> claims(Lane lane, Subscriber endpoint, List<Ready> ready) {
    var destination = subscribers.destination(endpoint.id());
    return ready.stream()
        .map(
            one ->
                new Claim(
                    lane,
                    one.taken().id(),
                    one.taken().fence(),
                    one.taken().leaseUntil(),
                    one.taken().tries(),
                    one.message(),
                    destination))
        .toList();
  }
}
