package dev.followthrough.notifications.stream;

import dev.followthrough.notifications.message.LogReader;
import dev.followthrough.notifications.message.LogReader.Part;
import dev.followthrough.notifications.message.Logged;
import dev.followthrough.notifications.message.Selection;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnerBusy;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The streams that are open in this replica: so many per owner and in all. They are woken when this
 * replica adds to their owner's log, and by the watch when another does.
 */
@ApplicationScoped
class EventStreams {

  private final LogReader log;
  private final Owners owners;
  private final StreamConfig config;
  private final MeterRegistry metrics;

  /** However many wake at once, they leave database connections to others. */
  private final Semaphore readers;

  private final Map<UUID, Set<EventStream>> open = new HashMap<>();
  private int count;
  private boolean ending;

  EventStreams(LogReader log, Owners owners, StreamConfig config, MeterRegistry metrics) {
    this.log = log;
    this.owners = owners;
    this.config = config;
    this.metrics = metrics;
    this.readers = new Semaphore(config.readsAtOnce());
  }

  void start(@Observes StartupEvent event) {
    metrics.gauge("followthrough.event.streams", this, EventStreams::count);
  }

  /**
   * Opens a stream for the current owner.
   *
   * @param after the place after which it begins; empty for the end of the log
   * @param validFor how long its client may go on listening; empty when nothing limits that
   * @throws dev.followthrough.platform.problem.ProblemException when there are too many, or the log
   *     does not reach back to the place
   */
  EventStream open(Selection wanted, Optional<Long> after, Optional<Duration> validFor) {
    after.ifPresent(log::requireKept);
    var place = after.orElseGet(() -> log.extent().last());
    var owner = CurrentOwner.require();
    var lasts =
        validFor.filter(valid -> valid.compareTo(config.longest()) < 0).orElse(config.longest());
    var self = new AtomicReference<EventStream>();
    var stream =
        new EventStream(
            owner,
            place,
            from -> partAfter(owner, from, wanted),
            config.heartbeat(),
            lasts,
            () -> left(self.get()));
    self.set(stream);
    enter(stream);
    return stream;
  }

  /** Wakes the streams of an owner to whose log this replica has added. */
  void onLogged(@Observes(during = TransactionPhase.AFTER_SUCCESS) Logged logged) {
    of(logged.owner()).forEach(EventStream::wake);
  }

  /** Ends all: their clients go on elsewhere. The server waits for nothing else then. */
  void onDelay(@Observes ShutdownDelayInitiatedEvent event) {
    endAll();
  }

  void onStop(@Observes ShutdownEvent event) {
    endAll();
  }

  synchronized List<EventStream> all() {
    return open.values().stream().flatMap(Set::stream).toList();
  }

  synchronized List<EventStream> of(UUID owner) {
    return List.copyOf(open.getOrDefault(owner, Set.of()));
  }

  synchronized Set<UUID> owners() {
    return Set.copyOf(open.keySet());
  }

  synchronized int count() {
    return count;
  }

  private void endAll() {
    synchronized (this) {
      ending = true;
    }
    all().forEach(EventStream::end);
  }

  private synchronized void enter(EventStream stream) {
    if (ending || count >= config.most()) {
      throw Problems.UNAVAILABLE
          .because("This replica takes no more event streams.")
          .header("Retry-After", "5");
    }
    var own = open.computeIfAbsent(stream.owner(), _ -> new HashSet<>());
    if (own.size() >= config.mostPerOwner()) {
      throw StreamProblems.TOO_MANY
          .because("There are %d event streams already.".formatted(config.mostPerOwner()))
          .header("Retry-After", "15");
    }
    own.add(stream);
    count++;
  }

  private synchronized void left(EventStream stream) {
    var own = open.get(stream.owner());
    if (own != null && own.remove(stream)) {
      count--;
      if (own.isEmpty()) {
        open.remove(stream.owner());
      }
    }
  }

  private Optional<Part> partAfter(UUID owner, long place, Selection wanted) {
    readers.acquireUninterruptibly();
    try {
      return owners.actIfFree(owner, () -> log.partAfter(place, wanted, EventStream.PART));
    } catch (OwnerBusy _) {
      // an erasure: the watch wakes the stream again as long as there is something after its place
      return Optional.of(new Part(List.of(), place));
    } finally {
      readers.release();
    }
  }
}
