package dev.followthrough.stack.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraMainTest {

  @TempDir private Path folder;
  private Process process;

  @BeforeAll
  static void quiet() {
    QuietLogging.install();
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  @Test
  void a_killed_process_and_then_a_killed_postgres_come_back_with_all_data() throws Exception {
    InfraAddress first = start();
    try (var connection = DriverManager.getConnection(first.superuserJdbcUrl("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as answer");
    }
    try (var admin = admin(first)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    ProcessHandle postmaster = Postmaster.find(data().resolve("postgres")).orElseThrow();

    process.destroyForcibly().waitFor();
    assertThat(postmaster.isAlive()).as("Postgres outlives its starter").isTrue();
    InfraAddress second = start();

    assertThat(postmaster.isAlive()).isFalse();
    assertThat(answer(second)).isEqualTo(42);
    try (var admin = admin(second)) {
      assertThat(admin.listTopics().names().get()).isEqualTo(Set.of("kept"));
    }

    Postmaster.find(data().resolve("postgres")).orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> answer(second) == 42);
  }

  private Path data() {
    return folder.resolve("with space/data");
  }

  private InfraAddress start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InfraMain.class.getName(),
                "--data=" + data(),
                "--watch-pid=" + ProcessHandle.current().pid())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("infra.log").toFile())
            .start();
    Path ready = data().resolve("infra.ready");
    await()
        .atMost(Duration.ofSeconds(120))
        .until(
            () ->
                InfraAddress.readLive(ready).filter(a -> a.pid() == process.pid()).isPresent()
                    || !process.isAlive());
    assertThat(process.isAlive()).as(Files.readString(folder.resolve("infra.log"))).isTrue();
    return InfraAddress.readLive(ready).orElseThrow();
  }

  private static int answer(InfraAddress address) throws SQLException {
    try (var connection = DriverManager.getConnection(address.superuserJdbcUrl("postgres"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select answer from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Admin admin(InfraAddress address) {
    return Admin.create(Map.of("bootstrap.servers", address.kafkaBootstrapServers()));
  }
}
