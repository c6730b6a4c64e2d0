package dev.followthrough.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml and the local stack configure the same product. */
class ComposeFileTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TAKEN = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|_KEYS)$");
  private static final List<String> NOT_OF_THE_BROKER = List.of("KAFKA_HEAP_OPTS");

  @TempDir private Path folder;
  private String text;
  private Map<String, Map<String, Object>> services;

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(PROJECT.resolve("docker-compose.yml"));
    services = new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(text).get("services");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "commitments", "notifications"})
  void a_service_is_told_the_same_things(String service) {
    Map<String, String> local = local(service);
    Map<String, String> compose = environment(service);

    var told = new TreeSet<>(compose.keySet());
    // a mail server is the operator's choice: the local stack takes it from its own environment
    told.removeIf(name -> name.startsWith("FOLLOWTHROUGH_EMAIL_"));
    assertThat(told).isEqualTo(new TreeSet<>(local.keySet()));
    for (String same :
        List.of(
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_FLYWAY_USERNAME",
            "FOLLOWTHROUGH_KAFKA_BOOTSTRAP_SERVERS")) {
      assertThat(compose).containsEntry(same, local.get(same));
    }
    for (String kind : List.of("APP", "OWNER")) {
      String name = service.toUpperCase(Locale.ROOT) + "_" + kind + "_PASSWORD";
      assertThat(environment("postgres").get(name)).startsWith("${" + name + ":?");
      assertThat(compose).containsValue(environment("postgres").get(name));
    }
  }

  @Test
  void no_secret_stands_in_the_file() {
    services
        .keySet()
        .forEach(
            service ->
                environment(service)
                    .forEach(
                        (name, value) -> {
                          if (SECRET.matcher(name).matches()) {
                            assertThat(value).as(name).matches("\\$\\{[A-Z_]+(:\\?.*|:-)}");
                          }
                        }));
  }

  @Test
  void the_broker_knows_every_setting() {
    Map<String, String> settings = brokerSettings();

    assertThat(KafkaConfig.configDef().names()).containsAll(settings.keySet());
    assertThat(settings)
        .containsEntry("group.consumer.session.timeout.ms", "3000")
        .containsEntry("auto.create.topics.enable", "false");
    assertThat(new KafkaConfig(settings, false).processRoles()).isNotNull();
  }

  @Test
  void the_gateway_alone_is_published() {
    assertThat(services.keySet().stream().filter(name -> services.get(name).containsKey("ports")))
        .containsExactly("gateway");
  }

  @Test
  void everything_has_limits_a_health_check_and_comes_back() {
    services.forEach(
        (name, service) -> {
          assertThat(service)
              .as(name)
              .containsKeys("mem_limit", "cpus", "pids_limit", "logging", "stop_grace_period")
              .containsEntry("restart", "unless-stopped");
          // those that are built here have their check in the Dockerfile
          assertThat(service.containsKey("healthcheck") ^ service.containsKey("build"))
              .as(name)
              .isTrue();
        });
  }

  @Test
  void the_example_names_what_the_file_takes_and_the_script_makes_what_it_needs() throws Exception {
    var taken = new TreeSet<String>();
    var needed = new TreeSet<String>();
    TAKEN
        .matcher(text)
        .results()
        .forEach(
            found -> {
              taken.add(found.group(1));
              if (":?".equals(found.group(2))) {
                needed.add(found.group(1));
              }
            });
    String example = Files.readString(PROJECT.resolve(".env.example"));
    Path made = folder.resolve("made.env");
    Process script =
        new ProcessBuilder(
                "sh",
                PROJECT.resolve("deploy/make-env.sh").toString(),
                "https://id.example.org/jwks",
                "https://id.example.org",
                "mailto:security@example.org",
                made.toString())
            .inheritIO()
            .start();
    assertThat(script.waitFor()).isZero();

    assertThat(names(example, "#?([A-Z_]+)=.*")).isEqualTo(taken);
    assertThat(names(example, "([A-Z_]+)=.*")).isEqualTo(needed);
    assertThat(names(Files.readString(made), "([A-Z_]+)=.+")).isEqualTo(needed);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rw-------");
  }

  @Test
  void every_variable_is_explained() throws IOException {
    String manual = Files.readString(PROJECT.resolve("docs/operations.md"));
    for (String service : services.keySet()) {
      for (String name : environment(service).keySet()) {
        if (!name.startsWith("KAFKA_")) {
          assertThat(manual).contains(name);
        }
      }
    }
  }

  private static Map<String, String> local(String service) {
    var secrets =
        new StackSecrets(
            DatabaseBootstrap.roles().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> "secret")),
            "key");
    return new ServiceEnvironment(
            service,
            "0.0.0.0",
            8080,
            "postgres",
            5432,
            InfraChild.DATABASE,
            "kafka:9092",
            "https://id.example.org/jwks")
        .variables(secrets);
  }

  private Map<String, String> environment(String service) {
    var all = new TreeMap<String, String>();
    ((Map<?, ?>) services.get(service).get("environment"))
        .forEach((name, value) -> all.put((String) name, (String) value));
    return all;
  }

  private Map<String, String> brokerSettings() {
    return environment("kafka").entrySet().stream()
        .filter(entry -> !NOT_OF_THE_BROKER.contains(entry.getKey()))
        .collect(
            Collectors.toMap(
                entry ->
                    entry
                        .getKey()
                        .replaceFirst("^KAFKA_", "")
                        .replace('_', '.')
                        .toLowerCase(Locale.ROOT),
                Map.Entry::getValue));
  }

  private static TreeSet<String> names(String environmentFile, String line) {
    var pattern = Pattern.compile(line);
    return environmentFile
        .lines()
        .map(pattern::matcher)
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
