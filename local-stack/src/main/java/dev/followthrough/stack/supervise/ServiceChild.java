package dev.followthrough.stack.supervise;

import dev.followthrough.stack.home.Refusal;
import dev.followthrough.stack.home.StackSecrets;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.InfraAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One of the three services of a stack, from the jar that its build packaged. */
final class ServiceChild {

  private static final int HEAP_MEGABYTES = 160;

  private final StackSettings settings;
  private final String service;

  ServiceChild(StackSettings settings, String service) {
    this.settings = settings;
    this.service = service;
  }

  Child create(InfraAddress infra, String jwksUri, StackSecrets secrets, Child.Watcher watcher) {
    var environment =
        new ServiceEnvironment(
            service,
            settings.host(),
            port(),
            "127.0.0.1",
            infra.postgresPort(),
            InfraChild.DATABASE,
            infra.kafkaBootstrapServers(),
            jwksUri);
    return new Child(
        service,
        JavaCommand.of(settings.data(), HEAP_MEGABYTES, List.of("-jar", jar().toString())),
        environment.variables(secrets),
        settings.logs().resolve(service + ".log"),
        watcher);
  }

  String readyUrl() {
    return settings.url(port()) + "/q/health/ready";
  }

  int port() {
    return settings.ports().byPiece().get(service);
  }

  private Path jar() {
    Path jar = settings.project().resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    if (Files.notExists(jar)) {
      throw new Refusal("There is no " + jar + ". Start with ./followthrough up, which builds it.");
    }
    return jar;
  }
}
