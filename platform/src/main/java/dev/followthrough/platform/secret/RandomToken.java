package dev.followthrough.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that need only be recognised: 256 random bits as 43 URL-safe characters. It is shown
 * once; what is stored is its SHA-256, which is enough because the token cannot be guessed.
 */
public record RandomToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static RandomToken next() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  public byte[] hash() {
    return hash(text);
  }

  /** The SHA-256 to store, or to look a presented token up by. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", e);
    }
  }

  /** Whether the token is the one of the stored hash; takes equally long either way. */
  public static boolean matches(String token, byte[] storedHash) {
    return MessageDigest.isEqual(hash(token), storedHash);
  }

  @Override
  public String toString() {
    return "RandomToken[hidden]";
  }
}
