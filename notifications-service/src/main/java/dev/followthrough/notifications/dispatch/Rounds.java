package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.lane.DueLanes;
import dev.followthrough.notifications.lane.Lane;
import dev.followthrough.notifications.lane.LaneWaker;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.fault.Infrastructure;
import dev.followthrough.platform.owner.OwnerBusy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * One round over the lanes: claims from each that is due, or has a free place, what this replica
 * can take, and sends each claim on a virtual thread of its own. A lane that cannot be claimed from
 * holds up no other.
 */
@ApplicationScoped
class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final int LANES_A_ROUND = 256;

  private final DueLanes lanes;
  private final LaneWaker waker;
  private final Claims claims;
  private final Courier courier;
  private final LaneLoad loads;
  private final DispatchConfig config;
  private final TransportTime time;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Queue<Lane> withFreePlace = new ConcurrentLinkedQueue<>();
  private final ExecutorService couriers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());
  private final ExecutorService claimers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("claim-", 0).factory());

  Rounds(
      DueLanes lanes,
      LaneWaker waker,
      Claims claims,
      Courier courier,
      LaneLoad loads,
      DispatchConfig config,
      TransportTime time) {
    this.lanes = lanes;
    this.waker = waker;
    this.claims = claims;
    this.courier = courier;
    this.loads = loads;
    this.config = config;
    this.time = time;
  }

  /** How many deliveries are under way. */
  int underWay() {
    return underWay.get();
  }

  /** Lets what is under way arrive, for so long, and breaks off the rest. */
  void end(Duration drain) throws InterruptedException {
    couriers.shutdown();
    if (!couriers.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
      couriers.shutdownNow();
      couriers.awaitTermination(1, TimeUnit.SECONDS);
    }
    claimers.shutdownNow();
  }

  /**
   * @return whether anything was claimed, so that more may be due
   */
  boolean make() {
    Map<Lane, Boolean> due = new LinkedHashMap<>();
    for (var lane = withFreePlace.poll(); lane != null; lane = withFreePlace.poll()) {
      due.put(lane, true);
    }
    if (config.mostInFlight() > underWay.get()) {
      lanes.due(time.now(), LANES_A_ROUND).forEach(lane -> due.putIfAbsent(lane, false));
    }
    var places = new Semaphore(config.claimsAtOnce());
    var working = new ArrayList<Future<Integer>>();
    due.forEach(
        (lane, freePlace) -> {
          places.acquireUninterruptibly();
          working.add(
              claimers.submit(
                  () -> {
                    try {
                      return claimFrom(lane, freePlace);
                    } finally {
                      places.release();
                    }
                  }));
        });
    return working.stream().mapToInt(Rounds::result).sum() > 0;
  }

  private int claimFrom(Lane lane, boolean freePlace) {
    var left = config.mostInFlight() - underWay.get();
    if (left <= 0) {
      if (freePlace) {
        withFreePlace.add(lane);
      }
      return 0;
    }
    var claimed = claim(lane, freePlace, left);
    underWay.addAndGet(claimed.size());
    loads.of(lane.endpoint()).began(claimed.size());
    claimed.forEach(claim -> couriers.execute(() -> deliver(claim)));
    return claimed.size();
  }

  private List<Claim> claim(Lane lane, boolean freePlace, int atMost) {
    try {
      return claims.claim(lane, freePlace, atMost);
    } catch (OwnerBusy _) {
      claims.putOffABit(lane);
      return List.of();
    } catch (RuntimeException e) {
      if (!Infrastructure.isAtFault(e)) {
        LOG.errorf(e, "the lane of endpoint %s cannot be claimed from", lane.endpoint());
        claims.putOff(lane);
      }
      throw e;
    }
  }

  private void deliver(Claim claim) {
    try {
      courier.deliver(claim);
    } catch (RuntimeException e) {
      LOG.errorf(e, "a delivery could not be made; it is tried again when its lease ends");
    } finally {
      underWay.decrementAndGet();
      if (loads.of(claim.lane().endpoint()).ended()) {
        withFreePlace.add(claim.lane());
        waker.ring();
      }
    }
  }

  private static int result(Future<Integer> claimed) {
    try {
      return claimed.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException e) {
      // one owner's lane that cannot be claimed from delays no other
      LOG.warnf("a lane waits: %s", e.getCause().getMessage());
      LOG.debug("claiming failed", e.getCause());
      return 0;
    }
  }
}
