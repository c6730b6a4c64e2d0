package dev.followthrough.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.stack.home.Refusal;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class GatewayMainTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "FOLLOWTHROUGH_CONTACTS_BACKENDS", "contacts-1:8080, contacts-2:8080",
          "FOLLOWTHROUGH_COMMITMENTS_BACKENDS", "commitments:8080",
          "FOLLOWTHROUGH_NOTIFICATIONS_BACKENDS", "10.0.0.7:8083",
          "FOLLOWTHROUGH_SECURITY_CONTACT", "mailto:security@example.org");

  @Test
  void the_environment_tells_all_of_it() {
    GatewaySettings settings = GatewayMain.settings(LEAST);

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.backends())
        .isEqualTo(
            Map.of(
                "contacts", List.of("contacts-1:8080", "contacts-2:8080"),
                "commitments", List.of("commitments:8080"),
                "notifications", List.of("10.0.0.7:8083")));
    assertThat(settings.securityContact()).isEqualTo("mailto:security@example.org");
    assertThat(GatewayMain.settings(with("FOLLOWTHROUGH_PORT", "443")).port()).isEqualTo(443);
  }

  @Test
  void what_is_missing_or_wrong_is_named() {
    assertRefused("FOLLOWTHROUGH_CONTACTS_BACKENDS", "");
    assertRefused("FOLLOWTHROUGH_NOTIFICATIONS_BACKENDS", "http://notifications:8080");
    assertRefused("FOLLOWTHROUGH_PORT", "70000");
    assertRefused("FOLLOWTHROUGH_SECURITY_CONTACT", "security@example.org");
  }

  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      disabledReason = "elsewhere 127.0.0.1 is the only loopback address")
  void requests_spread_over_the_addresses_of_a_name() {
    Vertx names = Vertx.vertx();
    try {
      int dns = startNameServer(names);
      var options = GatewayMain.options();
      options.getAddressResolverOptions().addServer("127.0.0.1:" + dns);
      Vertx vertx = Vertx.vertx(options);
      Set<String> answering = new TreeSet<>();
      try {
        int port = backend(vertx, "127.0.0.2", 0);
        backend(vertx, "127.0.0.3", port);
        // chosen at random: one of them alone comes this often once in 10^15 runs
        for (int i = 0; i < 50; i++) {
          answering.add(askedOnNewConnection(vertx, port));
        }
      } finally {
        vertx.close().toCompletionStage().toCompletableFuture().join();
      }
      assertThat(answering).containsExactly("127.0.0.2", "127.0.0.3");
    } finally {
      names.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static int backend(Vertx vertx, String address, int port) {
    return vertx
        .createHttpServer()
        .requestHandler(request -> request.response().end(address))
        .listen(port, address)
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private static String askedOnNewConnection(Vertx vertx, int port) {
    var client = vertx.createHttpClient();
    var answered = Promise.<String>promise();
    // on one event loop: off it the body could have gone by before it is asked for
    vertx.runOnContext(
        _ ->
            client
                .request(io.vertx.core.http.HttpMethod.GET, port, "contacts.test", "/")
                .compose(request -> request.send())
                .compose(response -> response.body())
                .map(Object::toString)
                .onComplete(answered));
    return answered.future().toCompletionStage().toCompletableFuture().join();
  }

  /** Answers every question for an address with 127.0.0.2 and 127.0.0.3, for ten minutes. */
  private static int startNameServer(Vertx vertx) {
    var socket = vertx.createDatagramSocket();
    socket.handler(
        packet -> {
          byte[] question = packet.data().getBytes();
          boolean isForIpv4 = question[question.length - 3] == 1;
          var answer = ByteBuffer.allocate(512).put(question);
          answer.putShort(2, (short) 0x8180).putShort(6, (short) (isForIpv4 ? 2 : 0));
          if (isForIpv4) {
            for (byte last = 2; last <= 3; last++) {
              answer.putShort((short) 0xC00C).putShort((short) 1).putShort((short) 1);
              answer.putInt(600).putShort((short) 4).put(new byte[] {127, 0, 0, last});
            }
          }
          byte[] bytes = new byte[answer.position()];
          answer.flip().get(bytes);
          var _ =
              socket.send(
                  io.vertx.core.buffer.Buffer.buffer(bytes),
                  packet.sender().port(),
                  packet.sender().host());
        });
    return socket
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .localAddress()
        .port();
  }

  private static Map<String, String> with(String name, String value) {
    var environment = new HashMap<>(LEAST);
    environment.put(name, value);
    return environment;
  }

  private static void assertRefused(String name, String value) {
    assertThatThrownBy(() -> GatewayMain.settings(with(name, value)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(name);
  }
}
