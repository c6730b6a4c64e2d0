package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.InfraAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One process of a stack's three services, from the jar that its build packaged. */
final class ServiceChild {

  private static final int HEAP_MEGABYTES = 160;

  private final StackSettings settings;
  private final StartCaches caches;
  private final String service;
  private final String name;
  private final int port;

  /**
   * @param name the replica's own name, which is the service's for the first
   */
  ServiceChild(StackSettings settings, StartCaches caches, String service, String name, int port) {
    this.settings = settings;
    this.caches = caches;
    this.service = service;
    this.name = name;
    this.port = port;
  }

  Child create(InfraAddress infra, String jwksUri, StackSecrets secrets, Child.Watcher watcher) {
    var environment =
        new ServiceEnvironment(
            service,
            settings.host(),
            port,
            "127.0.0.1",
            infra.postgresPort(),
            InfraChild.DATABASE,
            infra.kafkaBootstrapServers(),
            jwksUri);
    return new Child(
        name,
        JavaCommand.of(
            settings, HEAP_MEGABYTES, caches.flags(service), List.of("-jar", jar().toString())),
        environment.variables(secrets),
        settings.logs().resolve(name + ".log"),
        watcher);
  }

  String readyUrl() {
    return settings.url(port) + "/q/health/ready";
  }

  static Path jar(Path project, String service) {
    return project.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
  }

  private Path jar() {
    Path jar = jar(settings.project(), service);
    if (Files.notExists(jar)) {
      throw new Refusal("There is no " + jar + ". Start with ./followthrough up, which builds it.");
    }
    return jar;
  }
}
