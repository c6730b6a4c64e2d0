package dev.followthrough.stack.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node in KRaft mode in this process, its log folder kept, reachable from this machine
 * only. Its settings are those of a single node that restarts fast; topics are never made by
 * accident.
 */
final class Kafka {

  private final Path logFolder;
  private final int port;
  private final int controllerPort;
  private KafkaRaftServer server;

  Kafka(Path folder, int port, int controllerPort) {
    this.logFolder = folder.resolve("kafka");
    this.port = port;
    this.controllerPort = controllerPort;
  }

  int port() {
    return port;
  }

  void start() throws Exception {
    if (Files.notExists(logFolder.resolve("meta.properties"))) {
      format();
    }
    server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
    server.startup();
  }

  void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private void format() throws Exception {
    Files.createDirectories(logFolder);
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logFolder.toString())
        .setMetadataLogDirectory(logFolder.toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setIgnoreFormatted(false)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
        .run();
  }

  private Map<String, String> settings() throws IOException {
    String host = InfraSettings.HOST;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@" + host + ":" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,CLIENT:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "CLIENT"),
        Map.entry(
            "listeners",
            "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(host, port, host, controllerPort)),
        Map.entry("advertised.listeners", "CLIENT://%s:%d".formatted(host, port)),
        Map.entry("log.dirs", logFolder.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        // a restart waits for the session of its killed predecessor, so it is short; but a broker
        // that a busy machine keeps from its heartbeat for as long is taken for dead
        Map.entry("broker.heartbeat.interval.ms", "500"),
        Map.entry("broker.session.timeout.ms", "3000"),
        Map.entry("controller.quorum.election.timeout.ms", "500"),
        Map.entry("controller.quorum.election.backoff.max.ms", "200"),
        Map.entry("controller.quorum.fetch.timeout.ms", "1500"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // a dead consumer is noticed within 3 s, in either group protocol
        Map.entry("group.min.session.timeout.ms", "3000"),
        Map.entry("group.consumer.session.timeout.ms", "3000"),
        Map.entry("group.consumer.min.session.timeout.ms", "3000"),
        Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
        Map.entry("group.consumer.min.heartbeat.interval.ms", "1000"));
  }
}
