package dev.followthrough.notifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.followthrough.notifications.signing.SigningSecret;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.secret.SecretBox;
import dev.followthrough.platform.secret.SecretContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Seals an endpoint's secrets and custom headers to its row, and opens them for a delivery. */
@ApplicationScoped
class EndpointSecrets {

  private static final JsonMapper JSON = new JsonMapper();

  private final SecretBox box;

  EndpointSecrets(SecretBox box) {
    this.box = box;
  }

  String seal(SigningSecret secret, UUID endpoint) {
    return box.seal(secret.key(), context(endpoint, "signing-secret"));
  }

  SigningSecret open(String sealed, UUID endpoint) {
    return SigningSecret.of(box.open(sealed, context(endpoint, "signing-secret")));
  }

  /** The headers sealed, or null when there are none. */
  String sealHeaders(Map<String, String> headers, UUID endpoint) {
    if (headers == null || headers.isEmpty()) {
      return null;
    }
    try {
      return box.seal(JSON.writeValueAsBytes(headers), context(endpoint, "custom-headers"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write headers", e);
    }
  }

  Map<String, String> openHeaders(String sealed, UUID endpoint) {
    if (sealed == null) {
      return Map.of();
    }
    var json = new String(box.open(sealed, context(endpoint, "custom-headers")), UTF_8);
    try {
      return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read sealed headers", e);
    }
  }

  private static SecretContext context(UUID endpoint, String purpose) {
    return new SecretContext(CurrentOwner.require(), "webhook-endpoint/" + endpoint, purpose);
  }
}
