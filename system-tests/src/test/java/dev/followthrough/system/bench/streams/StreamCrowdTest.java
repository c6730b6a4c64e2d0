package dev.followthrough.system.bench.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.followthrough.system.bench.load.Arrivals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The crowd of clients sees each event, however the server cuts its answer into pieces. */
class StreamCrowdTest {

  private static final String EVENTS =
      """
      retry: 2000
      id: 0

      id: 1
      event: contact.added
      data: {"timestamp": "2026-06-01T12:00:00Z", "data": {"name": "NAME-1"}}

      : still here
      id: 1

      id: 2
      event: contact.added
      data: {"timestamp": "2026-06-01T12:00:01Z", "data": {"name": "NAME-2"}}

      """;

  @Test
  void each_event_of_each_stream_arrives_and_a_stream_that_ends_is_counted() throws Exception {
    var mayEnd = new CountDownLatch(1);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/events/stream", exchange -> stream(exchange, mayEnd));
    server.start();
    var arrivals = new Arrivals();
    try (var crowd = new StreamCrowd(server.getAddress().getPort(), arrivals)) {
      crowd.open(List.of("Authorization: Bearer ada\r\n", "Authorization: Bearer bela\r\n"));

      await().atMost(Duration.ofSeconds(5)).until(() -> arrivals.count() == 4);
      assertThat(arrivals.of("ada-2")).isPresent();
      assertThat(arrivals.of("bela-1")).isPresent();
      assertThat(arrivals.repeats()).isZero();
      assertThat(crowd.ended()).isZero();

      mayEnd.countDown();
      await().atMost(Duration.ofSeconds(5)).until(() -> crowd.ended() == 2);
    } finally {
      mayEnd.countDown();
      server.stop(0);
    }
  }

  /** In pieces of seven bytes, so that most lines come in several. */
  private static void stream(HttpExchange exchange, CountDownLatch mayEnd) throws IOException {
    try (exchange) {
      var name = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
      var bytes = EVENTS.replace("NAME", name).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, 0);
      for (var i = 0; i < bytes.length; i += 7) {
        exchange.getResponseBody().write(bytes, i, Math.min(7, bytes.length - i));
        exchange.getResponseBody().flush();
      }
      mayEnd.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
