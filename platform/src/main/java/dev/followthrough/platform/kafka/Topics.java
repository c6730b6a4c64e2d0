package dev.followthrough.platform.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there yet. */
@ApplicationScoped
class Topics {

  private static final String NO_TIME_LIMIT = "-1";

  private final KafkaConfig config;

  Topics(KafkaConfig config) {
    this.config = config;
  }

  /** Records are kept without limit: a consumer that joins later must find position 1. */
  void ensure(Collection<String> sources) {
    var settings =
        Map.<String, Object>of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
    try (var admin = Admin.create(settings)) {
      for (var source : sources) {
        create(admin, config.topic(source));
      }
    }
  }

  private void create(Admin admin, String topic) {
    var wanted =
        new NewTopic(topic, Optional.of(config.partitions()), Optional.of(config.replicas()))
            .configs(Map.of("retention.ms", NO_TIME_LIMIT));
    try {
      admin.createTopics(java.util.List.of(wanted)).all().get(6, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot make topic " + topic, e.getCause());
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("cannot make topic " + topic + " in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
