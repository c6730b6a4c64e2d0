package dev.followthrough.notifications.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of Standard Webhooks 1.0.0: written {@code whsec_} and the base64 of its 32 bytes. A
 * signature is {@code v1,} and the base64 of the HMAC-SHA256 of {@code id.timestamp.body}, the
 * timestamp in Unix seconds.
 */
public final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private SigningSecret(byte[] key) {
    this.key = key;
  }

  public static SigningSecret generate() {
    var key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new SigningSecret(key);
  }

  /** The secret of its key's bytes, as {@link #key} gave them. */
  public static SigningSecret of(byte[] key) {
    return new SigningSecret(key.clone());
  }

  public byte[] key() {
    return key.clone();
  }

  /** The secret as its owner sees it, once. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  public String sign(String id, Instant timestamp, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp.getEpochSecond() + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no HMAC-SHA256.", e);
    }
  }

  @Override
  public String toString() {
    return "SigningSecret[hidden]";
  }
}
