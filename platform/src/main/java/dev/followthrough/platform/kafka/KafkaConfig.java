package dev.followthrough.platform.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the events go through. */
@ConfigMapping(prefix = "followthrough.kafka")
public interface KafkaConfig {

  String bootstrapServers();

  /** Topics are called this prefix and the publishing service's short name. */
  @WithDefault("followthrough.")
  String topicPrefix();

  /** Partitions of a topic when it is made; adding some later would re-hash the owners. */
  @WithDefault("24")
  int partitions();

  /** Copies of each partition when a topic is made. */
  @WithDefault("1")
  short replicas();

  default String topic(String source) {
    return topicPrefix() + source;
  }

  default String source(String topic) {
    return topic.substring(topicPrefix().length());
  }
}
