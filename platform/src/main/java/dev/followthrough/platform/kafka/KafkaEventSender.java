package dev.followthrough.platform.kafka;

import dev.followthrough.platform.outbox.EventLanguage;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.outbox.EventSender;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends through one idempotent producer, which is made on first use and anew after a failure: a
 * producer that gave up on a record may have let a later one pass. Used by the relay's thread
 * alone.
 */
@ApplicationScoped
class KafkaEventSender implements EventSender {

  private final KafkaConfig config;
  private final EventLanguage language;
  private final Topics topics;
  private KafkaProducer<String, byte[]> producer;

  KafkaEventSender(KafkaConfig config, EventLanguage language, Topics topics) {
    this.config = config;
    this.language = language;
    this.topics = topics;
  }

  @Override
  public List<Boolean> send(List<EventRecord> events) {
    var topic = config.topic(language.source());
    var sending = new ArrayList<Future<?>>();
    var held = new HashSet<UUID>();
    var away = false;
    for (var event : events) {
      if (away || held.contains(event.owner())) {
        sending.add(CompletableFuture.failedFuture(new KafkaException("held back")));
        continue;
      }
      var one = start(topic, event);
      if (one.state() == Future.State.FAILED) {
        // refused at once: nothing of this owner may overtake it, and a broker that is away
        // would let each further event wait as long
        held.add(event.owner());
        away = one.exceptionNow() instanceof TimeoutException;
      }
      sending.add(one);
    }
    var stored = new ArrayList<Boolean>();
    for (var future : sending) {
      stored.add(isStored(future));
    }
    if (stored.contains(false)) {
      close();
    }
    return stored;
  }

  private Future<?> start(String topic, EventRecord event) {
    try {
      return producer().send(CloudEvents.write(topic, event));
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static boolean isStored(Future<?> sending) {
    try {
      sending.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      topics.ensure(List.of(language.source()));
      producer =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers(),
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                  ProducerConfig.ACKS_CONFIG, "all",
                  ProducerConfig.LINGER_MS_CONFIG, 0,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                  ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
              new StringSerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  @PreDestroy
  void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }
}
