package dev.followthrough.stack.issuer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** Serves a {@link TokenIssuer}'s discovery document and key set. */
public final class IssuerServer implements AutoCloseable {

  private static final String JWKS_PATH = "/jwks.json";

  private final TokenIssuer issuer;
  private final HttpServer server;
  private final String host;

  private IssuerServer(Vertx vertx, TokenIssuer issuer, String host, int port) {
    this.issuer = issuer;
    this.host = host;
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setHost(host).setPort(port).setIdleTimeout(60))
            .requestHandler(this::handle);
  }

  /** Starts it; it listens when this returns. Port 0 is any free one. */
  public static IssuerServer start(Vertx vertx, TokenIssuer issuer, String host, int port) {
    var server = new IssuerServer(vertx, issuer, host, port);
    server.server.listen().toCompletionStage().toCompletableFuture().join();
    return server;
  }

  /** Where the key set is. */
  public String jwksUri() {
    return "http://" + host + ":" + server.actualPort() + JWKS_PATH;
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void handle(HttpServerRequest request) {
    String body =
        switch (request.path()) {
          case JWKS_PATH -> issuer.jwks();
          case "/.well-known/openid-configuration" -> TokenIssuer.discovery(jwksUri());
          case null, default -> null;
        };
    if (body == null || request.method() != HttpMethod.GET) {
      request.response().setStatusCode(404).end();
      return;
    }
    request.response().putHeader("Content-Type", "application/json").end(body);
  }
}
