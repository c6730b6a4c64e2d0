package dev.followthrough.sdk;

import dev.followthrough.sdk.model.Event;
import dev.followthrough.sdk.model.WebhookEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether a webhook came from Followthrough, by the rules of Standard Webhooks 1.0.0. */
public final class Webhooks {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private Webhooks() {}

  /**
   * Verifies a message and gives its event: the record that {@link WebhookEvents#BY_TYPE} names, or
   * an {@link Event} without an id for a type that this version does not know. During a rotation a
   * message carries two signatures; one that fits is enough.
   *
   * @param secret the endpoint's secret, {@code whsec_…}
   * @param header gives a header of the request by its name, or null
   * @param body the body as it came, before any parsing
   * @throws InvalidSignatureException when a header is missing, no signature fits, or it is over 5
   *     minutes old
   */
  public static Model verify(String secret, UnaryOperator<String> header, byte[] body)
      throws InvalidSignatureException {
    var id = header.apply("webhook-id");
    var timestamp = header.apply("webhook-timestamp");
    var signatures = header.apply("webhook-signature");
    if (id == null || timestamp == null || signatures == null) {
      throw new InvalidSignatureException(
          "a webhook-id, webhook-timestamp or webhook-signature header is missing");
    }
    if (!timestamp.matches("\\d{1,12}") || tooOld(Long.parseLong(timestamp))) {
      throw new InvalidSignatureException("the timestamp is too far from now");
    }
    var expected = signature(secret, id + "." + timestamp + ".", body);
    boolean fits = false;
    for (String one : signatures.split(" ")) {
      fits |=
          MessageDigest.isEqual(
              expected.getBytes(StandardCharsets.US_ASCII), one.getBytes(StandardCharsets.UTF_8));
    }
    if (!fits) {
      throw new InvalidSignatureException("no signature fits");
    }
    try {
      var json = Transport.JSON.readTree(body);
      var kind = WebhookEvents.BY_TYPE.getOrDefault(json.path("type").asText(), Event.class);
      return Transport.JSON.treeToValue(json, kind);
    } catch (IOException unreadable) {
      throw new InvalidSignatureException("the body is no event: " + unreadable.getMessage());
    }
  }

  private static boolean tooOld(long timestamp) {
    var age = Duration.between(Instant.ofEpochSecond(timestamp), Instant.now()).abs();
    return age.compareTo(TOLERANCE) > 0;
  }

  private static String signature(String secret, String before, byte[] body)
      throws InvalidSignatureException {
    try {
      var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new InvalidSignatureException("the secret is no whsec_… secret");
    }
  }
}
