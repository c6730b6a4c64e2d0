package dev.followthrough.platform.kafka;

import dev.followthrough.platform.inbox.EventSink;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads the topics this service listens to: one poll loop, the partitions of a poll side by side,
 * each in its order. Offsets are committed after the database. When the database is away, the
 * partitions concerned are read again from where they stood, for ever, and nobody is parked for it.
 */
@ApplicationScoped
public class EventLoop {

  private static final Logger LOG = Logger.getLogger(EventLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final KafkaConfig config;
  private final Consumers consumers;
  private final Topics topics;
  private final EventSink sink;
  private final PartitionsAtOnce partitions;
  private volatile boolean running;
  private volatile boolean connected;
  private volatile KafkaConsumer<String, byte[]> consumer;
  private Thread thread;

  EventLoop(
      KafkaConfig config,
      Consumers consumers,
      Topics topics,
      EventSink sink,
      PartitionsAtOnce partitions) {
    this.config = config;
    this.consumers = consumers;
    this.topics = topics;
    this.sink = sink;
    this.partitions = partitions;
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    if (!sink.sources().isEmpty()) {
      running = true;
      thread = Thread.ofPlatform().name("event-loop").start(this::run);
    }
  }

  /** Finishes the records at hand and leaves the group, so that a replica takes over at once. */
  void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
    running = false;
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  /** Whether the loop reads, or has nothing to read. */
  public boolean isConnected() {
    return connected || sink.sources().isEmpty();
  }

  private void run() {
    while (running) {
      try {
        topics.ensure(sink.sources());
        consumer = consumers.open();
        consumer.subscribe(sink.sources().stream().map(config::topic).toList());
        poll();
      } catch (WakeupException e) {
        LOG.debug("woken to stop");
      } catch (KafkaException | IllegalStateException e) {
        LOG.warnf("the event loop starts again: %s", e.getMessage());
        pause();
      } finally {
        connected = false;
        closeConsumer();
      }
    }
  }

  private void poll() {
    while (running) {
      var records = consumer.poll(POLL);
      connected = true;
      if (!records.isEmpty()) {
        handle(records);
      }
    }
  }

  private void handle(ConsumerRecords<String, byte[]> records) {
    var done = new HashMap<TopicPartition, OffsetAndMetadata>();
    var behind = false;
    for (var entry : partitions.apply(records).entrySet()) {
      var first = records.records(entry.getKey()).getFirst().offset();
      var all = records.records(entry.getKey());
      var next = entry.getValue();
      if (next > first) {
        done.put(entry.getKey(), new OffsetAndMetadata(next));
      }
      if (next <= all.getLast().offset()) {
        consumer.seek(entry.getKey(), next);
        behind = true;
      }
    }
    commit(done);
    if (behind) {
      restAndStayInGroup();
    }
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, Duration.ofSeconds(5));
    } catch (RebalanceInProgressException | CommitFailedException e) {
      LOG.debug("offsets are committed after the rebalance: repeats are recognised", e);
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      LOG.warnf("offsets are committed later: %s", e.getMessage());
    }
  }

  /** Waits without reading, but polling, so that the group does not take us for dead. */
  private void restAndStayInGroup() {
    Set<TopicPartition> assigned = consumer.assignment();
    consumer.pause(assigned);
    var none = consumer.poll(PAUSE);
    if (!none.isEmpty()) {
      throw new IllegalStateException("paused partitions gave records");
    }
    consumer.resume(consumer.assignment());
  }

  private void closeConsumer() {
    if (consumer != null) {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
      consumer = null;
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      running = false;
    }
  }
}
