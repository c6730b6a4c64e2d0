package dev.followthrough.platform.outgoing;

import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One request to addresses that were already checked, and its answer. The addresses are tried in
 * order until one accepts a connection; the request itself is sent once. Everything after
 * construction runs on one event loop context, so that the fields need no guard.
 */
final class Exchange {

  private static final int MAX_ADDRESSES = 4;

  private final PinnedClient client;
  private final OutgoingConfig config;
  private final OutgoingUrl url;
  private final OutgoingRequest request;
  private final Iterator<InetAddress> addresses;
  private final long startedAt;
  private final CompletableFuture<OutgoingAnswer> outcome = new CompletableFuture<>();
  private final Excerpt excerpt = new Excerpt();
  private HttpClientRequest sent;
  private boolean readWhole;
  private long timer;

  Exchange(
      PinnedClient client,
      OutgoingConfig config,
      OutgoingUrl url,
      OutgoingRequest request,
      List<InetAddress> addresses,
      long startedAt) {
    this.client = client;
    this.config = config;
    this.url = url;
    this.request = request;
    this.addresses = addresses.stream().limit(MAX_ADDRESSES).iterator();
    this.startedAt = startedAt;
  }

  /**
   * Starts the exchange; it ends by itself within the time given. Completing the future from
   * outside, as by cancelling it, stops the exchange.
   */
  CompletableFuture<OutgoingAnswer> start(Duration left) {
    var context = client.vertx().getOrCreateContext();
    var _ = outcome.whenComplete((_, _) -> context.runOnContext(_ -> release()));
    context.runOnContext(
        _ -> {
          // The client's own timeouts watch for idleness; a byte now and then outlives them.
          timer = client.vertx().setTimer(Math.max(1, left.toMillis()), _ -> fail(Kind.TIMEOUT));
          connect(Kind.CONNECT);
        });
    return outcome;
  }

  private void connect(Kind lastFault) {
    if (!addresses.hasNext()) {
      fail(lastFault);
      return;
    }
    client
        .http()
        .request(client.head(url, addresses.next(), request))
        .onSuccess(this::send)
        .onFailure(
            fault -> {
              Kind kind = Faults.whileConnecting(fault);
              if (kind == Kind.CONNECT && !outcome.isDone()) {
                connect(kind);
              } else {
                fail(kind);
              }
            });
  }

  private void send(HttpClientRequest connected) {
    sent = connected;
    if (outcome.isDone()) {
      release();
      return;
    }
    connected.exceptionHandler(fault -> fail(Faults.whileExchanging(fault)));
    connected
        .send(Buffer.buffer(request.body()))
        .onSuccess(this::read)
        .onFailure(fault -> fail(Faults.whileExchanging(fault)));
  }

  private void read(HttpClientResponse response) {
    if (response.statusCode() < 200) {
      // Only an upgrade that nobody asked for comes to here.
      fail(Kind.PROTOCOL);
      return;
    }
    response.exceptionHandler(fault -> fail(Faults.whileExchanging(fault)));
    response.endHandler(
        _ -> {
          readWhole = true;
          answered(response);
        });
    response.handler(
        chunk -> {
          excerpt.add(chunk);
          if (excerpt.received() > config.bodyLimit()) {
            answered(response);
          }
        });
  }

  private void answered(HttpClientResponse response) {
    outcome.complete(
        new Answered(
            response.statusCode(),
            header(response, "Retry-After"),
            header(response, "Content-Type"),
            header(response, "Webhook-Delivery"),
            excerpt.text(),
            latency()));
  }

  private void fail(Kind kind) {
    outcome.complete(new Failed(kind, kind.sentence(), latency()));
  }

  /** Drops the connection unless the answer was read to its end; then it stays in the pool. */
  private void release() {
    client.vertx().cancelTimer(timer);
    if (sent != null && !readWhole) {
      sent.reset();
    }
  }

  private Duration latency() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  private static Optional<String> header(HttpClientResponse response, String name) {
    return Optional.ofNullable(response.getHeader(name))
        .map(value -> value.replaceAll("[^\\x20-\\x7E]", ""))
        .map(value -> value.substring(0, Math.min(128, value.length())));
  }
}
