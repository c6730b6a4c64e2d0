package dev.followthrough.system.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A webhook receiver that notes when each request arrived and answers 204. It verifies nothing:
 * what is measured is the way to it. Requests are told apart by {@code data.name}.
 */
public final class ArrivalLog implements AutoCloseable {

  /**
   * One arrival.
   *
   * @param nanos on the clock of {@link System#nanoTime()}
   * @param at on the wall clock
   * @param timestamp the event's own instant
   */
  public record Arrival(long nanos, Instant at, Instant timestamp) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ConcurrentHashMap<String, Arrival> first = new ConcurrentHashMap<>();
  private final AtomicInteger repeats = new AtomicInteger();

  public ArrivalLog() throws IOException {
    // without it, each answer waits for the client's acknowledgement of the one before
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The first arrival of that name. */
  public Optional<Arrival> of(String name) {
    return Optional.ofNullable(first.get(name));
  }

  /** How many names have arrived. */
  public int count() {
    return first.size();
  }

  /** How many arrived that had arrived before. */
  public int repeats() {
    return repeats.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var nanos = System.nanoTime();
      var at = Instant.now();
      JsonNode event = MAPPER.readTree(body);
      var arrival = new Arrival(nanos, at, Instant.parse(event.path("timestamp").asText()));
      if (first.putIfAbsent(event.path("data").path("name").asText(), arrival) != null) {
        repeats.incrementAndGet();
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
