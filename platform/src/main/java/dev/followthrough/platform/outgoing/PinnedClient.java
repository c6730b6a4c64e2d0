package dev.followthrough.platform.outgoing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP client behind {@link OutgoingHttp}: connects to the address it is given and to nothing
 * else, while Host, SNI and the certificate check go by the URL's name. Its pool is keyed by
 * address and name together. It runs on a Vert.x of its own: the framework's one would count
 * requests by path, which holds secrets in many webhook URLs, add trace headers, and share its
 * event loops with the requests that come in.
 */
final class PinnedClient implements AutoCloseable {

  private final OutgoingConfig config;
  private final Vertx vertx = ownVertx();
  private final HttpClient client;

  PinnedClient(OutgoingConfig config, Optional<TrustOptions> trusted) {
    this.config = config;
    int connectMillis = Math.toIntExact(config.connectLimit().toMillis());
    var options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setVerifyHost(true)
            .setTrustAll(false)
            .setConnectTimeout(connectMillis)
            .setSslHandshakeTimeout(connectMillis)
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            .setDecompressionSupported(false)
            .setTracingPolicy(TracingPolicy.IGNORE)
            .setKeepAlive(true)
            .setKeepAliveTimeout(Math.toIntExact(config.keepAlive().toSeconds()))
            .setPipelining(false);
    trusted.ifPresent(options::setTrustOptions);
    var pool =
        new PoolOptions()
            .setHttp1MaxSize(config.connectionsPerHost())
            .setMaxWaitQueueSize(64)
            .setCleanerPeriod(1000);
    client =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(pool)
            // Or else it logs, as an error, what an outsider's server said.
            .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
            .build();
  }

  Vertx vertx() {
    return vertx;
  }

  HttpClient http() {
    return client;
  }

  /** The request's head, for a connection to this address of the URL's host. */
  RequestOptions head(OutgoingUrl url, InetAddress address, OutgoingRequest request) {
    var options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(url.secure())
            .setMethod(HttpMethod.valueOf(request.method()))
            .setURI(url.target())
            .setFollowRedirects(false)
            .setConnectTimeout(config.connectLimit().toMillis())
            .putHeader("Host", url.authority())
            .putHeader("Accept-Encoding", "identity");
    request.headers().forEach(options::putHeader);
    return options;
  }

  @Override
  public void close() {
    client.close();
    vertx.close();
  }

  private static Vertx ownVertx() {
    var options =
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false));
    // On a thread of its own: the caller's may carry the framework's context, which draws a
    // warning.
    return CompletableFuture.supplyAsync(
            () -> Vertx.vertx(options), task -> Thread.ofPlatform().start(task))
        .join();
  }
}
