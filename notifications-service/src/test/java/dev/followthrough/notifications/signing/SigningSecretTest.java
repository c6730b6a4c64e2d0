package dev.followthrough.notifications.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  @Test
  void the_official_library_accepts_its_signatures() throws Exception {
    var secret = SigningSecret.generate();
    var now = Instant.now();
    var body = "{\"type\":\"commitment.missed\",\"words\":\"é ✓\"}";

    var signature = secret.sign("msg-1", now, body);

    new Webhook(secret.text())
        .verify(
            body,
            Map.of(
                "webhook-id", List.of("msg-1"),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(signature)));
    assertThat(new Webhook(secret.text()).sign("msg-1", now.getEpochSecond(), body))
        .isEqualTo(signature);
  }

  @Test
  void it_is_32_random_bytes() {
    var secret = SigningSecret.generate();
    assertThat(secret.text()).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
    assertThat(secret.text()).isNotEqualTo(SigningSecret.generate().text());
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(SigningSecret.of(secret.key()).text()).isEqualTo(secret.text());
  }
}
