package dev.followthrough.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Expect",
        "Upgrade",
        "Accept-Encoding",
        "Cookie",
        "TE",
        "Proxy-Authorization",
        "",
        "a b",
        "a:b",
        "a\r\nb",
        "é"
      })
  void headers_that_steer_the_connection_or_are_none_are_refused(String name) {
    assertThat(OutgoingRequest.headerFault(name, "value")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Other: b", "a\nb", "a\u0000b", "é", " a", "a ", "\t", "\u007F"})
  void values_that_could_end_the_header_are_refused_and_not_repeated(String value) {
    assertThat(OutgoingRequest.headerFault("X-Key", value)).isPresent();
    assertThatThrownBy(
            () -> OutgoingRequest.post("https://example.org", Map.of("X-Key", value), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X-Key")
        .hasMessageNotContaining(value);
  }

  @ParameterizedTest
  @CsvSource({"X-Key, s3cret", "Authorization, Bearer a.b-c", "webhook-id, msg_1", "X-None, ''"})
  void plain_headers_are_sent(String name, String value) {
    assertThat(OutgoingRequest.headerFault(name, value)).isEmpty();
  }

  @Test
  void a_request_prints_neither_its_url_nor_its_headers() {
    var request =
        OutgoingRequest.post("https://example.org/s3cret", Map.of("X-Key", "s3cret"), new byte[6]);

    assertThat(request.toString()).doesNotContain("s3cret").doesNotContain("example");
  }
}
