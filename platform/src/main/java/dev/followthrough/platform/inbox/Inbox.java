package dev.followthrough.platform.inbox;

import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.fault.Infrastructure;
import dev.followthrough.platform.http.TraceContext;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.owner.Owners;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Applies events exactly once and in order: the effect and the new position of (source, owner)
 * commit together. A position that is not higher is a repeat; a gap, or a record that cannot be
 * applied after three tries, parks the owner for this source and delays nobody else.
 */
@ApplicationScoped
class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final int TRIES = 3;

  /** What became of a record. */
  enum Outcome {
    APPLIED,
    REPEAT,
    PARKED
  }

  /** A record that cannot be applied now, for a reason that lies in the record or its order. */
  private static final class Unfit extends RuntimeException {
    Unfit(String reason) {
      super(reason, null, false, false);
    }
  }

  private final Owners owners;
  private final InboxPositions positions;
  private final ParkedRecords parked;
  private final Subscriptions subscriptions;
  private final Tombstones tombstones;
  private final Applied applied;
  private final MeterRegistry metrics;

  Inbox(
      Owners owners,
      InboxPositions positions,
      ParkedRecords parked,
      Subscriptions subscriptions,
      Tombstones tombstones,
      Applied applied,
      MeterRegistry metrics) {
    this.owners = owners;
    this.positions = positions;
    this.parked = parked;
    this.subscriptions = subscriptions;
    this.tombstones = tombstones;
    this.applied = applied;
    this.metrics = metrics;
  }

  /**
   * Applies the records of one owner and source: together in one transaction where that can be, for
   * a commit costs more than most effects do; else one by one.
   *
   * @throws RuntimeException only for a fault of the infrastructure: what has not happened yet is
   *     to be given again
   */
  void accept(List<EventRecord> events) {
    if (events.size() == 1 || !acceptTogether(events)) {
      events.forEach(this::accept);
    }
  }

  private boolean acceptTogether(List<EventRecord> events) {
    if (events.stream().anyMatch(subscriptions::isForOneAlone)) {
      return false;
    }
    try {
      owners.act(events.getFirst().owner(), () -> apply(events, false));
      applied.signal();
      return true;
    } catch (RuntimeException e) {
      if (Infrastructure.isAtFault(e)) {
        throw e;
      }
      LOG.debugf("%d events are applied one by one: %s", events.size(), e.getMessage());
      return false;
    }
  }

  /**
   * Applies a record, or parks it.
   *
   * @throws RuntimeException only for a fault of the infrastructure: nothing has happened then, and
   *     the record is to be given again
   */
  private Outcome accept(EventRecord event) {
    for (var attempt = 1; ; attempt++) {
      try {
        var outcome = actAsOwner(event, () -> apply(List.of(event), false));
        if (outcome == Outcome.APPLIED) {
          applied.signal();
        }
        return outcome;
      } catch (RuntimeException e) {
        if (Infrastructure.isAtFault(e)) {
          throw e;
        }
        if (attempt == TRIES || e instanceof Unfit) {
          owners.act(event.owner(), () -> park(event, e));
          return Outcome.PARKED;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100L * attempt));
      }
    }
  }

  /** Applies a parked record if it is the next one; used by the redrive, which keeps the order. */
  Outcome applyParked(EventRecord event) {
    var outcome = actAsOwner(event, () -> apply(List.of(event), true));
    applied.signal();
    return outcome;
  }

  private Outcome actAsOwner(EventRecord event, Supplier<Outcome> work) {
    return subscriptions.isForOneAlone(event)
        ? owners.alone(event.owner(), work)
        : owners.act(event.owner(), work);
  }

  private Outcome apply(List<EventRecord> events, boolean fromParked) {
    var first = events.getFirst();
    var last = positions.lock(first.source());
    var fresh = events.stream().filter(event -> event.position() > last).toList();
    if (fresh.isEmpty()) {
      return Outcome.REPEAT;
    }
    if (!fromParked && parked.holdsAny(first.source(), first.owner())) {
      throw new Unfit("an earlier record of this owner is parked");
    }
    var erasedAt = tombstones.ownerErasedAt();
    var at = last;
    for (var event : fresh) {
      if (event.position() <= at) {
        continue; // twice in one batch
      }
      if (event.position() > at + 1) {
        throw new Unfit("gap: position %d after %d".formatted(event.position(), at));
      }
      at = event.position();
      if (subscriptions.isOfErasure(event) || !isCovered(event, erasedAt)) {
        TraceContext.within(event.traceparent(), () -> dispatch(event));
      }
      positions.settle();
    }
    positions.move(first.source(), at);
    return Outcome.APPLIED;
  }

  private static boolean isCovered(EventRecord event, Optional<Instant> erasedAt) {
    return erasedAt.filter(erased -> !erased.isBefore(event.time())).isPresent();
  }

  private void dispatch(EventRecord event) {
    if (!subscriptions.dispatch(event)) {
      metrics.counter("followthrough.inbox.unknown", "type", event.type()).increment();
    }
  }

  private void park(EventRecord event, RuntimeException reason) {
    LOG.errorf(
        reason instanceof Unfit ? null : reason,
        "parked %s %s position %d from %s: %s",
        event.type(),
        event.id(),
        event.position(),
        event.source(),
        reason.getMessage());
    metrics.counter("followthrough.inbox.parked", "source", event.source()).increment();
    parked.add(event, String.valueOf(reason.getMessage()));
  }
}
