package dev.followthrough.platform.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else's server on this machine, as well or badly behaved as a test wants it. */
final class Receiver implements AutoCloseable {

  final List<String> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final CompletableFuture<Void> hungUp = new CompletableFuture<>();
  private final Vertx vertx = Vertx.vertx();
  private int port;

  /** Speaks HTTP; each request is noted as {@code METHOD uri} before the handler answers it. */
  static Receiver http(Handler<HttpServerRequest> handler) {
    return new Receiver().listen(new HttpServerOptions().setHost("127.0.0.1"), handler);
  }

  static Receiver httpOnIpv6(Handler<HttpServerRequest> handler) {
    return new Receiver().listen(new HttpServerOptions().setHost("::1"), handler);
  }

  static Receiver https(PfxOptions identity, Handler<HttpServerRequest> handler) {
    var options =
        new HttpServerOptions()
            .setSsl(true)
            .setSni(true)
            .setHost("127.0.0.1")
            .setKeyCertOptions(identity);
    return new Receiver().listen(options, handler);
  }

  /** Speaks whatever the handler writes to the socket, once the request's head has come. */
  static Receiver raw(Handler<NetSocket> handler) {
    var receiver = new Receiver();
    receiver.port =
        await(
                receiver
                    .vertx
                    .createNetServer()
                    .connectHandler(
                        socket -> {
                          receiver.connections.incrementAndGet();
                          socket.closeHandler(_ -> receiver.hungUp.complete(null));
                          socket.exceptionHandler(_ -> {});
                          socket.handler(
                              _ -> {
                                socket.handler(_ -> {});
                                handler.handle(socket);
                              });
                        })
                    .listen(0, "127.0.0.1"))
            .actualPort();
    return receiver;
  }

  int port() {
    return port;
  }

  Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private Receiver listen(HttpServerOptions options, Handler<HttpServerRequest> handler) {
    port =
        await(
                vertx
                    .createHttpServer(options)
                    .connectionHandler(
                        connection -> {
                          connections.incrementAndGet();
                          connection.closeHandler(_ -> hungUp.complete(null));
                        })
                    .requestHandler(
                        request -> {
                          requests.add(request.method() + " " + request.uri());
                          handler.handle(request);
                        })
                    .listen(0, options.getHost()))
            .actualPort();
    return this;
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
