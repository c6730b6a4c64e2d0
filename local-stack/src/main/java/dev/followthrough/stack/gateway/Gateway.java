package dev.followthrough.stack.gateway;

import dev.followthrough.stack.document.ApiDocument;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The one base URL before the three services. Sends each request to the service whose OpenAPI
 * operation has its method and whole path, streams both ways without buffering, and answers by
 * itself only what belongs to no service: the document, the reference page, the well-known files,
 * and refusals.
 */
public final class Gateway implements AutoCloseable {

  private static final int MAX_REQUEST_LINE = 8 * 1024;
  private static final int MAX_HEADERS = 16 * 1024;
  // event streams send a heartbeat every 15 s, so that they are never idle this long
  private static final int IDLE_SECONDS = 75;
  private static final int CONNECT_MILLIS = 1000;
  // to each replica
  private static final int CONNECTIONS = 256;
  // a stream keeps its connection: it must not take one from the others. Replicas take 2,000
  private static final int STREAMS = 4096;

  private static final Duration DRAIN = Duration.ofSeconds(8);

  private final UnderWay underWay = new UnderWay();
  private final Vertx vertx;
  private final HttpServer server;
  private final ServicePass services;
  private final ServicePass streams;
  private final OwnPages pages;
  private final RouteTable routes;
  private final ProblemRoutes problems;

  private Gateway(Vertx vertx, GatewaySettings settings) {
    this.vertx = vertx;
    ApiDocument document =
        settings.document().map(ApiDocument::read).orElseGet(ApiDocument::committed);
    var backends = new Backends(addresses(settings.backends()));
    HttpClient client = client(CONNECTIONS);
    this.routes = RouteTable.of(document.json());
    this.problems = ProblemRoutes.of(document.json());
    this.services = new ServicePass(client, backends);
    this.streams = new ServicePass(client(STREAMS), backends);
    this.pages = new OwnPages(document, new Health(client, backends), settings.securityContact());
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(settings.host())
                    .setPort(settings.port())
                    .setMaxInitialLineLength(MAX_REQUEST_LINE)
                    .setMaxHeaderSize(MAX_HEADERS)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS)
                    .setHandle100ContinueAutomatically(true)
                    // a request that is upgraded to HTTP/2 in clear text has no length when it is
                    // passed on, and would hang; clients that offer the upgrade go on with HTTP/1.1
                    .setHttp2ClearTextEnabled(false))
            .invalidRequestHandler(Refusals::invalid)
            .requestHandler(this::handle);
  }

  /** Starts a gateway on this Vert.x; it listens when this returns. */
  public static Gateway start(Vertx vertx, GatewaySettings settings) {
    var gateway = new Gateway(vertx, settings);
    gateway.server.listen().toCompletionStage().toCompletableFuture().join();
    return gateway;
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Takes no new requests, waits for those under way for some seconds, and closes. */
  @Override
  public void close() {
    underWay.drain(DRAIN);
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void handle(HttpServerRequest request) {
    String requestId = RequestIds.of(request);
    request.response().putHeader(RequestIds.HEADER, requestId);
    if (!underWay.enter(request)) {
      request.response().putHeader("Connection", "close");
      Refusals.unavailable(request, "gateway");
      return;
    }
    String path = request.path();
    if (path == null || request.authority() == null) {
      Refusals.invalid(request); // RFC 9112 asks for a Host
      return;
    }
    if (pages.answer(request)) {
      return;
    }
    Route route = route(request.method().name(), path);
    switch (route) {
      case Route.To(String service, boolean stream) when stream -> {
        underWay.leave(request);
        streams.pass(request, service, requestId);
      }
      case Route.To(String service, _) -> services.pass(request, service, requestId);
      case Route.WrongMethod(var allowed) -> Refusals.wrongMethod(request, allowed);
      case Route.Unknown _ -> Refusals.unknown(request);
    }
  }

  private Route route(String method, String path) {
    if (path.startsWith(ProblemRoutes.PREFIX)) {
      return problems.find(method, path);
    }
    return path.startsWith(SharePages.PREFIX)
        ? SharePages.find(method, path)
        : routes.find(method, path);
  }

  private HttpClient client(int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setMaxPoolSize(connections)
            .setKeepAliveTimeout(30)
            .setDecompressionSupported(false));
  }

  private static Map<String, List<Backends.Address>> addresses(Map<String, List<String>> backends) {
    return backends.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                service -> service.getValue().stream().map(Gateway::address).toList()));
  }

  private static Backends.Address address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return new Backends.Address(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }
}
