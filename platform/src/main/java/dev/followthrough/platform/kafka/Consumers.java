package dev.followthrough.platform.kafka;

import dev.followthrough.platform.outbox.EventLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Opens consumers of the service's group, by the group protocol whose brokers notice a dead member
 * within their session timeout of 3 s.
 */
@ApplicationScoped
class Consumers {

  private final KafkaConfig config;
  private final EventLanguage language;

  Consumers(KafkaConfig config, EventLanguage language) {
    this.config = config;
    this.language = language;
  }

  KafkaConsumer<String, byte[]> open() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            config.bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            config.topicPrefix() + language.source(),
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            "consumer",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            500,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            5_000),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
