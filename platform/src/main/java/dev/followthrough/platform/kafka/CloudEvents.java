package dev.followthrough.platform.kafka;

import dev.followthrough.platform.outbox.EventRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode, keyed by the owner. Two extensions carry
 * what the specification has no name for: {@code ce_ownerid} and {@code ce_position}.
 */
final class CloudEvents {

  private CloudEvents() {}

  static ProducerRecord<String, byte[]> write(String topic, EventRecord event) {
    var result =
        new ProducerRecord<>(
            topic, event.owner().toString(), event.body().getBytes(StandardCharsets.UTF_8));
    var headers = result.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", event.id().toString());
    put(headers, "ce_type", event.type());
    put(headers, "ce_source", event.source());
    put(headers, "ce_subject", event.subject());
    put(headers, "ce_time", event.time().toString());
    put(headers, "ce_ownerid", event.owner().toString());
    put(headers, "ce_position", Long.toString(event.position()));
    put(headers, "content-type", "application/json");
    if (event.traceparent() != null) {
      put(headers, "ce_traceparent", event.traceparent());
    }
    return result;
  }

  /**
   * @throws IllegalArgumentException when the record is not one of ours
   */
  static EventRecord read(ConsumerRecord<String, byte[]> message) {
    var headers = message.headers();
    return new EventRecord(
        require(headers, "ce_source"),
        UUID.fromString(require(headers, "ce_ownerid")),
        Long.parseLong(require(headers, "ce_position")),
        UUID.fromString(require(headers, "ce_id")),
        require(headers, "ce_type"),
        require(headers, "ce_subject"),
        Instant.parse(require(headers, "ce_time")),
        get(headers, "ce_traceparent"),
        new String(message.value(), StandardCharsets.UTF_8));
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String require(Headers headers, String name) {
    var value = get(headers, name);
    if (value == null) {
      throw new IllegalArgumentException("no header " + name);
    }
    return value;
  }

  private static String get(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
