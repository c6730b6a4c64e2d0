package dev.followthrough.notifications.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** Somebody's webhook receiver, which answers as a test wants it to. */
public final class Receiver implements AutoCloseable {

  /** What to answer to a request. */
  @FunctionalInterface
  public interface Answering {
    Reply to(Received request) throws InterruptedException;
  }

  /** An answer. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public static Reply of(int status) {
      return new Reply(status, Map.of(), "");
    }

    public Reply with(String header, String value) {
      return new Reply(status, Map.of(header, value), body);
    }

    public Reply saying(String words) {
      return new Reply(status, headers, words);
    }
  }

  /** A request, with lower-case header names. */
  public record Received(Map<String, List<String>> headers, String body, long atNanos) {
    public String id() {
      return header("webhook-id");
    }

    public String header(String name) {
      var values = headers.get(name);
      return values == null ? null : values.getFirst();
    }

    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    public String type() {
      return json().path("type").asText();
    }

    /**
     * Whether one of the signatures is the official library's. Its own check of the timestamp is
     * left out, because tests put the sender's clock days ahead.
     */
    public boolean isSignedBy(String secret) {
      try {
        var timestamp = Long.parseLong(header("webhook-timestamp"));
        var expected = new Webhook(secret).sign(id(), timestamp, body);
        return List.of(header("webhook-signature").split(" ")).contains(expected);
      } catch (WebhookSigningException | EmptyWebhookSecretException e) {
        return false;
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Answering answering;

  public Receiver() {
    this(request -> Reply.of(204));
  }

  public Receiver(Answering answering) {
    this.answering = answering;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  public void answer(Answering next) {
    answering = next;
  }

  public List<Received> received() {
    return received;
  }

  public List<Received> await(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> received.size() >= count);
    return received;
  }

  /** Waits for the first request of that event type. */
  public Received await(String type) {
    return await(type, 1).getLast();
  }

  public List<Received> await(String type, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> of(type).size() >= count);
    return of(type);
  }

  public List<Received> of(String type) {
    return received.stream().filter(one -> one.type().equals(type)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new HashMap<String, List<String>>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var request = new Received(headers, body, System.nanoTime());
      received.add(request);
      var reply = answering.to(request);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      var bytes = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
