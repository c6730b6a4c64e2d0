package dev.followthrough.system.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The instruments: what they count is what happened. */
class LoadTest {

  @Test
  void percentiles_are_those_of_the_nearest_rank() {
    var latencies = Latencies.of(LongStream.rangeClosed(1, 200).map(n -> n * 1_000_000).toArray());

    assertThat(latencies.millis(50)).isEqualTo(100);
    assertThat(latencies.millis(99)).isEqualTo(198);
    assertThat(latencies.millis(100)).isEqualTo(200);
    assertThat(Latencies.of(new long[0]).millis(50)).isNaN();
  }

  @Test
  void a_connection_reads_whole_answers_of_either_framing_one_after_the_other() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var count = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          var chunked = count.getAndIncrement() % 2 == 0;
          var answer = "x".repeat(20_000).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.length == 0 ? 200 : 201, chunked ? 0 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try (var connection = new HttpConnection("127.0.0.1", server.getAddress().getPort())) {
      var statuses = new int[4];
      for (var i = 0; i < statuses.length; i++) {
        statuses[i] =
            connection.exchange(
                HttpConnection.request(i < 2 ? "GET" : "POST", "/", "", i < 2 ? "" : "{}"));
      }

      assertThat(statuses).containsExactly(200, 200, 201, 201);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void an_open_load_charges_a_stall_to_all_that_waits_meanwhile() {
    var started = new long[20];
    var gate = new Object();

    OpenLoad.run(
        1_000,
        started.length,
        (number, scheduled) -> {
          synchronized (gate) {
            if (number == 0) {
              java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
          }
          started[number] = System.nanoTime() - scheduled;
        });

    assertThat(Arrays.stream(started).filter(nanos -> nanos > 20_000_000).count())
        .isGreaterThan(10);
  }

  @Test
  void a_closed_load_counts_what_was_done_and_tells_why_the_rest_was_not() throws Exception {
    var calls = new AtomicInteger();

    var outcome = ClosedLoad.run(2, Duration.ofMillis(50), _ -> new FailingAtFirst(calls));

    assertThat(outcome.latencies().count() + outcome.failures()).isEqualTo(calls.get());
    assertThat(outcome.failures()).isEqualTo(1);
    assertThat(outcome.firstFailure()).contains("the first one fails");
  }

  private record FailingAtFirst(AtomicInteger calls) implements ClosedLoad.Worker {

    @Override
    public void once() {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("the first one fails");
      }
    }

    @Override
    public void close() {}
  }
}
