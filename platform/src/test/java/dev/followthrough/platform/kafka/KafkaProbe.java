package dev.followthrough.platform.kafka;

import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.outbox.EventLanguage;
import dev.followthrough.platform.outbox.EventRecord;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A test's hand on the broker: plays another service by publishing its events, and sees what the
 * service under test has published.
 */
@ApplicationScoped
public class KafkaProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaConfig config;
  private final Topics topics;
  private final EventLanguage language;
  private final Map<String, Long> positions = new HashMap<>();
  private KafkaProducer<String, byte[]> producer;

  KafkaProbe(KafkaConfig config, Topics topics, EventLanguage language) {
    this.config = config;
    this.topics = topics;
    this.language = language;
  }

  /** Publishes an event as that service would, at the owner's next position there. */
  public synchronized EventRecord publish(String source, UUID owner, Object event, Instant time) {
    var position = positions.merge(source + owner, 1L, Long::sum);
    return publishAt(source, owner, position, event, time);
  }

  /** The same at a position of the test's choice: a repeat or a gap. */
  public synchronized EventRecord publishAt(
      String source, UUID owner, long position, Object event, Instant time) {
    var record =
        new EventRecord(
            source,
            owner,
            position,
            Ids.next(),
            language.typeOf().apply(event),
            language.subjectOf().apply(event),
            time,
            null,
            EventJson.write(event));
    publish(record);
    return record;
  }

  /** Publishes the record as it is, also one of an unknown type. */
  public synchronized void publish(EventRecord record) {
    try {
      producer().send(CloudEvents.write(config.topic(record.source()), record)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the owner's events of a source from the beginning until the wanted one is among them.
   *
   * @throws AssertionError when it has not come within 20 s; the message lists what has
   */
  public List<EventRecord> awaitEvents(
      String source, UUID owner, Predicate<List<EventRecord>> complete) {
    topics.ensure(List.of(source));
    var seen = new ArrayList<EventRecord>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", config.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(config.topic(source)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var deadline = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(deadline)) {
        for (var message : consumer.poll(Duration.ofMillis(100))) {
          var event = CloudEvents.read(message);
          if (event.owner().equals(owner)) {
            seen.add(event);
          }
        }
        if (complete.test(seen)) {
          return seen;
        }
      }
    }
    throw new AssertionError("the awaited events did not come; these did: " + seen);
  }

  /** Waits for the owner's first event of that record. */
  public <E> E awaitEvent(String source, UUID owner, Class<E> record) {
    return awaitEvent(source, owner, record, event -> true);
  }

  /** Waits for the owner's first event of that record which fits. */
  public <E> E awaitEvent(String source, UUID owner, Class<E> record, Predicate<E> fits) {
    var found = new ArrayList<E>();
    awaitEvents(
        source,
        owner,
        events -> {
          events.stream()
              .filter(
                  event ->
                      language.recordOf().apply(event.type()).filter(record::equals).isPresent())
              .map(event -> EventJson.read(event.body(), record))
              .filter(fits)
              .findFirst()
              .ifPresent(found::add);
          return !found.isEmpty();
        });
    return found.getFirst();
  }

  private KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      topics.ensure(List.of("contacts", "commitments", "notifications"));
      producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", config.bootstrapServers()),
              new StringSerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  @PreDestroy
  void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }
}
