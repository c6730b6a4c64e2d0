package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.lane.Lane;
import dev.followthrough.notifications.lane.LaneWaker;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.fault.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Empties the lanes: looks for those that are due, whose wait is longest first, claims from each
 * what has a place, and sends each claim on a virtual thread of its own. Sleeps until the next lane
 * is due, a second at most, or until somebody rings. A stop lets what is under way arrive.
 */
@ApplicationScoped
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(5);
  private static final int LANES_A_ROUND = 256;

  private final Lanes lanes;
  private final LaneWaker waker;
  private final Claims claims;
  private final Courier courier;
  private final LaneLoad loads;
  private final DispatchConfig config;
  private final TransportTime time;
  private final MeterRegistry metrics;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Queue<Lane> withFreePlace = new ConcurrentLinkedQueue<>();
  private final ExecutorService couriers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());
  private final ExecutorService claimers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("claim-", 0).factory());
  private volatile boolean running;
  private Thread thread;

  Dispatcher(
      Lanes lanes,
      LaneWaker waker,
      Claims claims,
      Courier courier,
      LaneLoad loads,
      DispatchConfig config,
      TransportTime time,
      MeterRegistry metrics) {
    this.lanes = lanes;
    this.waker = waker;
    this.claims = claims;
    this.courier = courier;
    this.loads = loads;
    this.config = config;
    this.time = time;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(300) StartupEvent event) {
    metrics.gauge("followthrough.delivery.inflight", underWay);
    metrics.gauge("followthrough.delivery.lag", this, Dispatcher::lagSeconds);
    running = true;
    thread = Thread.ofPlatform().name("deliveries").start(this::run);
  }

  void stop(@Observes @Priority(50) ShutdownEvent event) throws InterruptedException {
    running = false;
    waker.ring();
    thread.join(LONGEST_SLEEP.multipliedBy(4));
    couriers.shutdown();
    if (!couriers.awaitTermination(config.drain().toMillis(), TimeUnit.MILLISECONDS)) {
      couriers.shutdownNow();
      couriers.awaitTermination(1, TimeUnit.SECONDS);
    }
    claimers.shutdownNow();
  }

  private void run() {
    while (running) {
      var sleep = LONGEST_SLEEP;
      try {
        sleep = round() ? Duration.ZERO : untilNext();
      } catch (RuntimeException e) {
        LOG.warnf("deliveries wait: %s", e.getMessage());
        LOG.debug("a round of deliveries failed", e);
      }
      try {
        if (!sleep.isZero()) {
          waker.await(sleep);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * @return whether anything was claimed, so that more may be due
   */
  private boolean round() {
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
    return working.stream().mapToInt(Dispatcher::result).sum() > 0;
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
    } catch (java.util.concurrent.ExecutionException e) {
      // one owner's lane that cannot be claimed from delays no other
      LOG.warnf("a lane waits: %s", e.getCause().getMessage());
      LOG.debug("claiming failed", e.getCause());
      return 0;
    }
  }

  private Duration untilNext() {
    var until =
        lanes.nextDue().map(next -> Duration.between(time.now(), next)).orElse(LONGEST_SLEEP);
    if (until.compareTo(SHORTEST_SLEEP) < 0) {
      // due but held by somebody else, who rings when done
      return SHORTEST_SLEEP;
    }
    return until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
  }

  private double lagSeconds() {
    try {
      return lanes
          .nextDue()
          .map(next -> Math.max(0, Duration.between(next, time.now()).toMillis() / 1000.0))
          .orElse(0.0);
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }
}
