package dev.followthrough.platform.things;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One request at a time, and few of them. */
@QuarkusTest
@TestProfile(CrowdedTest.Crowded.class)
class CrowdedTest {

  public static class Crowded extends ThingsProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      var settings = new HashMap<>(super.getConfigOverrides());
      settings.put("followthrough.load.max-requests", "1");
      settings.put("followthrough.load.rate-limited", "true");
      settings.put("followthrough.load.rate", "1");
      settings.put("followthrough.load.burst", "5");
      return settings;
    }
  }

  private static Response list(String owner) {
    return given().auth().oauth2(Tokens.of(owner)).get("/v1/things");
  }

  @Test
  void an_owners_client_that_sends_too_much_is_told_when_to_go_on() {
    Response answer = list("hasty");
    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"owner-client-per-replica\";q=5;w=5");
    assertThat(answer.header("RateLimit")).isEqualTo("\"owner-client-per-replica\";r=4;t=5");
    for (int i = 0; i < 20 && answer.statusCode() == 200; i++) {
      answer = list("hasty");
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.path("type").toString()).isEqualTo("/problems/too-many-requests");
    assertThat(list("patient").statusCode()).isEqualTo(200);
  }

  @Test
  void one_request_too_many_is_sent_away_at_once_and_its_place_is_given_back() throws Exception {
    list("first");
    try (var slow = new Socket("localhost", RestAssured.port)) {
      slow.getOutputStream()
          .write(
              ("POST /v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + Tokens.of("slow")
                      + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                  .getBytes(StandardCharsets.US_ASCII));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                var refused = list("next");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("1");
                assertThat(refused.path("type").toString()).isEqualTo("/problems/unavailable");
              });
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(list("last").statusCode()).isNotEqualTo(503));
  }
}
