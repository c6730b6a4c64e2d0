package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.lane.DueLanes;
import dev.followthrough.notifications.lane.LaneWaker;
import dev.followthrough.notifications.time.TransportTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Empties the lanes, round after round, those that wait longest first. Sleeps until the next lane
 * is due, a second at most, or until somebody rings. A stop lets what is under way arrive.
 */
@ApplicationScoped
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(5);

  private final DueLanes lanes;
  private final LaneWaker waker;
  private final Rounds rounds;
  private final DispatchConfig config;
  private final TransportTime time;
  private final MeterRegistry metrics;
  private volatile boolean running;
  private Thread thread;

  Dispatcher(
      DueLanes lanes,
      LaneWaker waker,
      Rounds rounds,
      DispatchConfig config,
      TransportTime time,
      MeterRegistry metrics) {
    this.lanes = lanes;
    this.waker = waker;
    this.rounds = rounds;
    this.config = config;
    this.time = time;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(300) StartupEvent event) {
    metrics.gauge("followthrough.delivery.inflight", rounds, Rounds::underWay);
    metrics.gauge("followthrough.delivery.lag", this, Dispatcher::lagSeconds);
    running = true;
    thread = Thread.ofPlatform().name("deliveries").start(this::run);
  }

  void stop(@Observes @Priority(50) ShutdownEvent event) throws InterruptedException {
    running = false;
    waker.ring();
    thread.join(LONGEST_SLEEP.multipliedBy(4));
    rounds.end(config.drain());
  }

  private void run() {
    while (running) {
      var sleep = LONGEST_SLEEP;
      try {
        sleep = rounds.make() ? Duration.ZERO : untilNext();
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
