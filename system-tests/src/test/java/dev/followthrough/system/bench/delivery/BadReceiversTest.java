package dev.followthrough.system.bench.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.system.bench.load.ArrivalLog;
import dev.followthrough.system.bench.load.HttpConnection;
import dev.followthrough.system.bench.rig.Bodies;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The receivers that endpoints are measured with do what they are there for. */
class BadReceiversTest {

  @Test
  void one_takes_a_request_and_never_answers() throws Exception {
    try (var receivers = new BadReceivers();
        var socket = new Socket("127.0.0.1", receivers.hangingPort())) {
      socket.setSoTimeout(200);
      socket.getOutputStream().write(Bodies.bareWebhook("x"));

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(receivers.mostHeld()).isEqualTo(1);
    }
  }

  @Test
  void at_the_other_nobody_listens() throws Exception {
    try (var receivers = new BadReceivers()) {
      assertThatThrownBy(() -> new Socket("127.0.0.1", receivers.refusingPort()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_series_counts_what_arrives_at_each_of_its_places() throws Exception {
    try (var log = new ArrivalLog();
        var sender = new HttpConnection("127.0.0.1", log.port())) {
      var series =
          new WebhookSeries("s", log.port(), 200, n -> at("e0", "s" + n), log, List.of("e0", "e1"));
      for (var name : List.of("s0", "s1", "s2", "s2")) {
        sender.exchange(at("e1", name));
      }
      sender.exchange(at("e2", "s1"));
      series.run(1, 2);

      assertThat(series.sinceEvent().count()).as("s1 and s2, at both").isEqualTo(4);
      assertThat(series.refused()).isZero();
      assertThat(log.repeats()).isEqualTo(1);
    }
  }

  private static byte[] at(String place, String name) {
    return HttpConnection.request(
        "POST",
        "/hooks?" + place,
        "",
        """
        {"timestamp": "2026-06-01T12:00:00Z", "data": {"name": "%s"}}"""
            .formatted(name));
  }
}
