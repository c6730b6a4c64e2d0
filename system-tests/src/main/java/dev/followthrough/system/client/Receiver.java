package dev.followthrough.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A webhook receiver as a customer would write one: it verifies each request with the Standard
 * Webhooks library and answers 204, or 401 when the signature is wrong. It keeps what came.
 */
public final class Receiver implements AutoCloseable {

  /**
   * One request that arrived.
   *
   * @param raw the body as it is signed
   */
  public record Received(
      String id,
      String type,
      boolean verified,
      JsonNode body,
      Instant at,
      HttpHeaders headers,
      String raw) {

    /** Whether one of its signatures was made with this secret. */
    public boolean isSignedBy(String whsec) {
      return verifies(whsec, raw, headers);
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Consumer<Received> onArrival;
  private final AtomicInteger faults = new AtomicInteger();
  private volatile String secret;

  public Receiver(Consumer<Received> onArrival) throws IOException {
    this.onArrival = onArrival;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  /** The endpoint's secret, as the API gave it. Until it is set, nothing verifies. */
  public void trust(String whsec) {
    secret = whsec;
  }

  /** Answers the next requests with 500, as a receiver does that is out of order. */
  public void failNext(int requests) {
    faults.set(requests);
  }

  /** Everything that came, in the order of arrival. */
  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
      var verified = secret != null && verifies(secret, body, headers);
      var json = MAPPER.readTree(body);
      var one =
          new Received(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              json.path("type").asText(),
              verified,
              json,
              Instant.now(),
              headers,
              body);
      received.add(one);
      onArrival.accept(one);
      exchange.sendResponseHeaders(answer(verified), -1);
    }
  }

  private int answer(boolean verified) {
    if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return 500;
    }
    return verified ? 204 : 401;
  }

  private static boolean verifies(String secret, String body, HttpHeaders headers) {
    try {
      new Webhook(secret).verify(body, headers);
      return true;
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      return false;
    }
  }
}
