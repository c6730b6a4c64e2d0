package dev.followthrough.platform.json;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of the request's body, byte for byte as it came: two requests with one idempotency
 * key are the same only if these are. A request without a body has the fingerprint of nothing.
 */
@RequestScoped
public class RequestFingerprint {

  private byte[] sha256;

  public void of(byte[] body) {
    sha256 = digest(body);
  }

  /** For bodies that are fingerprinted while they are spooled. */
  public void ofDigest(byte[] digest) {
    sha256 = digest.clone();
  }

  public byte[] sha256() {
    return sha256 == null ? digest(new byte[0]) : sha256.clone();
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
