package dev.followthrough.platform.kafka;

import dev.followthrough.platform.outbox.EventLanguage;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.outbox.EventSender;
import dev.followthrough.platform.outbox.Sent;
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
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
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
  public List<Sent> send(List<EventRecord> events) {
    var topic = config.topic(language.source());
    var sending = new ArrayList<Future<?>>();
    var neverBegun = new HashSet<Future<?>>();
    var held = new HashSet<UUID>();
    var away = false;
    for (var event : events) {
      if (away || held.contains(event.owner())) {
        var back = CompletableFuture.failedFuture(new KafkaException("held back"));
        neverBegun.add(back);
        sending.add(back);
        continue;
      }
      var one = start(topic, event);
      if (one.state() == Future.State.FAILED) {
        // refused at once: nothing of this owner may overtake it, and a broker that is away
        // would let each further event wait as long
        held.add(event.owner());
        neverBegun.add(one);
        away = one.exceptionNow() instanceof TimeoutException;
      }
      sending.add(one);
    }
    var sent = new ArrayList<Sent>();
    var gaveUp = away;
    for (var future : sending) {
      var outcome = outcome(future);
      gaveUp |= outcome != Sent.STORED && !neverBegun.contains(future);
      sent.add(outcome);
    }
    if (gaveUp) {
      close();
    }
    return sent;
  }

  private Future<?> start(String topic, EventRecord event) {
    try {
      return producer().send(CloudEvents.write(topic, event));
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Sent outcome(Future<?> sending) {
    try {
      sending.get();
      return Sent.STORED;
    } catch (ExecutionException e) {
      return isOfTheEvent(e.getCause()) ? Sent.REFUSED : Sent.LATER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sent.LATER;
    }
  }

  /** Whether the fault is the event's own: every other one is taken for the broker's. */
  private static boolean isOfTheEvent(Throwable fault) {
    return fault instanceof RecordTooLargeException
        || fault instanceof RecordBatchTooLargeException
        || fault instanceof InvalidRecordException
        || fault instanceof SerializationException;
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
