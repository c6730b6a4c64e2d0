package dev.followthrough.stack.supervise;

import dev.followthrough.stack.document.ApiDocument;
import dev.followthrough.stack.document.EmittedDocuments;
import dev.followthrough.stack.gateway.Gateway;
import dev.followthrough.stack.gateway.GatewaySettings;
import dev.followthrough.stack.home.StackSettings;
import dev.followthrough.stack.infra.DatabaseBootstrap;
import dev.followthrough.stack.issuer.IssuerServer;
import dev.followthrough.stack.issuer.TokenIssuer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a stack serves from the supervisor's own process: the issuer's keys, and the gateway. */
final class FrontDoor implements AutoCloseable {

  private final StackSettings settings;
  private final Progress progress;
  private volatile Vertx vertx;
  private volatile Gateway gateway;

  FrontDoor(StackSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Serves the issuer's keys; returns where. */
  String openIssuer() throws IOException {
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(4)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    var issuer = TokenIssuer.at(settings.issuerKey());
    return IssuerServer.start(vertx, issuer, settings.host(), settings.ports().issuer()).jwksUri();
  }

  /** Serves the API. */
  void openGateway() {
    Map<String, List<String>> backends =
        DatabaseBootstrap.SERVICES.stream()
            .collect(
                Collectors.toMap(
                    service -> service,
                    service ->
                        settings.ports().replicasOf(service).values().stream()
                            .map(port -> settings.host() + ":" + port)
                            .toList()));
    gateway =
        Gateway.start(
            vertx,
            new GatewaySettings(
                settings.host(),
                settings.ports().gateway(),
                document(),
                backends,
                settings.securityContact()));
  }

  /** Takes no further requests. */
  void closeGateway() {
    if (gateway != null) {
      gateway.close();
    }
  }

  @Override
  public void close() {
    if (vertx != null) {
      vertx.close();
    }
  }

  /** The document of what was built just now, if it is not the committed one. */
  private Optional<Path> document() {
    if (!EmittedDocuments.exist(settings.project())) {
      return Optional.empty();
    }
    ApiDocument built = EmittedDocuments.merged(settings.project());
    if (ApiDocument.isCommitted(built)) {
      return Optional.empty();
    }
    progress.say("  (The API differs from api/openapi.yaml; ./followthrough document writes it.)");
    try {
      return Optional.of(
          Files.writeString(settings.data().resolve("openapi.json"), built.jsonText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
