package dev.followthrough.platform.kafka;

import dev.followthrough.platform.inbox.EventSink;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Gives the records of a poll to the inbox: the partitions side by side, in each the owners one
 * after the other, up to the first that meets a fault of the infrastructure. Order counts within an
 * owner only.
 */
@ApplicationScoped
class PartitionsAtOnce {

  private static final Logger LOG = Logger.getLogger(PartitionsAtOnce.class);

  private static final int MOST_TOGETHER = 50;

  private final EventSink sink;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  PartitionsAtOnce(EventSink sink) {
    this.sink = sink;
  }

  /**
   * @return for each partition the offset to read next: behind the last record, or that of the
   *     first one that met such a fault
   */
  Map<TopicPartition, Long> apply(ConsumerRecords<String, byte[]> records) {
    var partitions = new ArrayList<>(records.partitions());
    var work = new ArrayList<Callable<Long>>();
    partitions.forEach(partition -> work.add(() -> apply(records.records(partition))));
    try {
      var futures = workers.invokeAll(work);
      var next = new HashMap<TopicPartition, Long>();
      for (var i = 0; i < partitions.size(); i++) {
        next.put(partitions.get(i), futures.get(i).get());
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WakeupException();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a partition's work broke off", e.getCause());
    }
  }

  /** Owners one after the other, in the order of their first event; each owner's in their order. */
  private long apply(List<ConsumerRecord<String, byte[]>> messages) {
    for (var ofOwner : byOwner(messages)) {
      try {
        sink.accept(ofOwner.stream().map(Read::event).toList());
      } catch (RuntimeException e) {
        LOG.warnf("events wait, the infrastructure is at fault: %s", e.getMessage());
        // what was done behind it comes once more and is recognised
        return ofOwner.getFirst().offset();
      }
    }
    return messages.getLast().offset() + 1;
  }

  private record Read(long offset, EventRecord event) {}

  private static List<List<Read>> byOwner(List<ConsumerRecord<String, byte[]>> messages) {
    var open = new HashMap<UUID, List<Read>>();
    var all = new ArrayList<List<Read>>();
    for (var message : messages) {
      EventRecord event;
      try {
        event = CloudEvents.read(message);
      } catch (RuntimeException e) {
        // not an event of ours at all: it has no owner to park
        LOG.errorf(
            "skipped a foreign record at %s-%d@%d: %s",
            message.topic(), message.partition(), message.offset(), e.getMessage());
        continue;
      }
      var ofOwner = open.get(event.owner());
      if (ofOwner == null || ofOwner.size() == MOST_TOGETHER) {
        ofOwner = new ArrayList<>();
        open.put(event.owner(), ofOwner);
        all.add(ofOwner);
      }
      ofOwner.add(new Read(message.offset(), event));
    }
    return all;
  }
}
