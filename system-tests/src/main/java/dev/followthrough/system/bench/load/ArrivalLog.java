package dev.followthrough.system.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * A webhook receiver that notes when each request arrived and answers 204. It verifies nothing:
 * what is measured is the way to it. The query of an endpoint's URL tells its place.
 */
public final class ArrivalLog extends Arrivals implements AutoCloseable {

  private final HttpServer server;

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

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var place = exchange.getRequestURI().getQuery();
      note(exchange.getRequestBody().readAllBytes(), place == null ? "" : place);
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
