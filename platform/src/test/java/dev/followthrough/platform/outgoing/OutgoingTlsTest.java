package dev.followthrough.platform.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name stands for this machine; the certificate is for some of them only. */
class OutgoingTlsTest {

  @TempDir static Path directory;

  private static final List<OutgoingHttp> OPEN = new ArrayList<>();
  private static PfxOptions identity;
  private static Receiver receiver;

  @BeforeAll
  static void start() throws Exception {
    identity = Identity.of(directory, "dns:hooks.example.test,dns:single,ip:127.0.0.1");
    receiver =
        Receiver.https(
            identity,
            request ->
                request
                    .response()
                    .end(
                        "sni="
                            + request.connection().indicatedServerName()
                            + " host="
                            + request.getHeader("Host")));
  }

  @AfterAll
  static void stop() {
    OPEN.forEach(OutgoingHttp::close);
    receiver.close();
  }

  @Test
  void the_urls_name_goes_into_sni_host_and_the_certificate_check() {
    var answer = post(http(true), "hooks.example.test");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answered.class,
            answered ->
                assertThat(answered.excerpt())
                    .isEqualTo(
                        "sni=hooks.example.test host=hooks.example.test:" + receiver.port()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "single"})
  void an_address_or_a_single_label_is_checked_against_the_certificate_too(String host) {
    assertThat(post(http(true), host)).isInstanceOf(Answered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.example.test", "example.test", "a.hooks.example.test"})
  void a_certificate_for_another_name_ends_the_request(String host) {
    int before = receiver.requests.size();

    assertThat(post(http(true), host)).satisfies(OutgoingTlsTest::failedByTls);
    assertThat(receiver.requests).hasSize(before);
  }

  @Test
  void a_kept_connection_of_the_right_name_does_not_serve_a_wrong_one() {
    var http = http(true);

    assertThat(post(http, "hooks.example.test")).isInstanceOf(Answered.class);
    assertThat(post(http, "other.example.test")).satisfies(OutgoingTlsTest::failedByTls);
    assertThat(post(http, "hooks.example.test")).isInstanceOf(Answered.class);
  }

  @Test
  void a_certificate_that_nobody_vouches_for_ends_the_request() {
    assertThat(post(http(false), "hooks.example.test")).satisfies(OutgoingTlsTest::failedByTls);
  }

  @Test
  void a_server_without_tls_ends_the_request() {
    try (var plain = Receiver.raw(socket -> socket.write("HTTP/1.1 200 OK\r\n\r\n"))) {
      var url = "https://hooks.example.test:" + plain.port() + "/";
      assertThat(http(true).send(OutgoingRequest.post(url, Map.of(), new byte[0])))
          .satisfies(OutgoingTlsTest::failedByTls);
    }
  }

  private static OutgoingHttp http(boolean trusting) {
    var config =
        Configured.outgoing("allowed-networks", "127.0.0.0/8", "ports", "*", "connect-limit", "2s");
    var http =
        new OutgoingHttp(
            config,
            new OutgoingPolicy(config),
            _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
            trusting ? Optional.of(identity) : Optional.empty());
    OPEN.add(http);
    return http;
  }

  private static OutgoingAnswer post(OutgoingHttp http, String host) {
    return http.send(
        OutgoingRequest.post(
            "https://" + host + ":" + receiver.port() + "/", Map.of(), "hello".getBytes(UTF_8)));
  }

  private static void failedByTls(OutgoingAnswer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Kind.TLS));
  }
}
