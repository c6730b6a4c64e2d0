package dev.followthrough.notifications.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.outgoing.OutgoingAnswer;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import dev.followthrough.platform.outgoing.OutgoingHttp;
import dev.followthrough.platform.outgoing.OutgoingRequest;
import dev.followthrough.platform.owner.OwnerBusy;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes one claimed delivery to its endpoint and has the result written down. Holds no transaction
 * and no connection while it is under way.
 */
@ApplicationScoped
class Courier {

  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final int WRITES = 4;
  private static final int WRITERS = 6;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final OutgoingHttp http;
  private final Results results;
  private final LaneLoad loads;
  private final Jitter jitter;
  private final TransportTime time;
  private final MeterRegistry metrics;

  /** However many come back at once, they leave database connections to others. */
  private final Semaphore writers = new Semaphore(WRITERS);

  Courier(
      OutgoingHttp http,
      Results results,
      LaneLoad loads,
      Jitter jitter,
      TransportTime time,
      MeterRegistry metrics) {
    this.http = http;
    this.results = results;
    this.loads = loads;
    this.jitter = jitter;
    this.time = time;
    this.metrics = metrics;
  }

  void deliver(Claim claim) {
    var startedAt = time.now();
    var answer = http.send(request(claim, startedAt));
    if (answer instanceof Failed(var kind, _, _) && kind == Kind.CANCELLED) {
      Thread.interrupted();
      results.release(claim);
      return;
    }
    var outcome = DeliveryOutcome.of(answer, claim.tries() + 1, time.now(), jitter.factor());
    var load = loads.of(claim.lane().endpoint());
    if (outcome instanceof DeliveryOutcome.Delivered) {
      load.succeeded();
    } else {
      load.failed();
    }
    count(answer, outcome, write(claim, answer, outcome, startedAt));
  }

  private static OutgoingRequest request(Claim claim, Instant at) {
    var message = claim.message();
    var id = message.id().toString();
    var headers = new LinkedHashMap<>(claim.destination().headers());
    headers.put("content-type", "application/json");
    headers.put("user-agent", "Followthrough-Webhooks/1");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
    headers.put(
        "webhook-signature",
        claim.destination().secrets().stream()
            .map(secret -> secret.sign(id, at, message.body()))
            .collect(Collectors.joining(" ")));
    if (message.traceparent() != null) {
      headers.put("traceparent", message.traceparent());
    }
    return OutgoingRequest.post(claim.destination().url(), headers, message.body().getBytes(UTF_8));
  }

  /** Writes the result, again if somebody else's change came in between. */
  private boolean write(
      Claim claim, OutgoingAnswer answer, DeliveryOutcome outcome, Instant startedAt) {
    for (var write = 1; ; write++) {
      writers.acquireUninterruptibly();
      try {
        return results.record(claim, answer, outcome, startedAt);
      } catch (OwnerBusy _) {
        // an erasure, which may take away what this is a result of; as long as the claim is ours
        if (time.now().isAfter(claim.leaseUntil())) {
          return false;
        }
        write = 1;
      } catch (RuntimeException e) {
        if (write == WRITES) {
          // the lease ends and the delivery is made again, under the same id
          LOG.warnf("the result of a delivery could not be written: %s", e.getMessage());
          LOG.debug("writing a result failed", e);
          return false;
        }
      } finally {
        writers.release();
      }
      LockSupport.parkNanos(PAUSE.multipliedBy(write).toNanos());
    }
  }

  private void count(OutgoingAnswer answer, DeliveryOutcome outcome, boolean written) {
    var name = written ? outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT) : "unwritten";
    metrics.counter("followthrough.deliveries", "outcome", name).increment();
    var latency =
        switch (answer) {
          case OutgoingAnswer.Answered answered -> answered.latency();
          case Failed failed -> failed.latency();
          case OutgoingAnswer.Refused _ -> Duration.ZERO;
        };
    metrics.timer("followthrough.delivery.latency").record(latency);
  }
}
