package dev.followthrough.platform.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what must be recovered later: AES-256-GCM with a random 96-bit nonce, the key's id in the
 * value ({@code v1:<key id>:<base64url of nonce, ciphertext, tag>}) and the {@link SecretContext}
 * as associated data. One key seals, every configured key opens. A packaged service does not start
 * without a key; in dev mode and in tests it starts, and the first use says what is missing. Safe
 * for use by many threads. One key is good for 2^32 values; long before, add a new active one.
 */
@Startup
@ApplicationScoped
public class SecretBox {

  private static final Pattern SEALED =
      Pattern.compile("v1:([A-Za-z0-9_-]{1,32}):([A-Za-z0-9_-]+)");
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String NO_KEYS =
      "No key to seal secrets with: set followthrough.secrets.keys"
          + " (FOLLOWTHROUGH_SECRETS_KEYS) to id:base64 of 32 random bytes.";

  private final Optional<SecretKeys> keys;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public SecretBox(SecretConfig config) {
    this(config, !LaunchMode.current().isDevOrTest());
  }

  SecretBox(SecretConfig config, boolean keysNeeded) {
    keys = SecretKeys.of(config);
    if (keysNeeded && keys.isEmpty()) {
      throw new IllegalStateException(NO_KEYS);
    }
  }

  /** Seals the bytes for exactly this context. The same bytes never give the same value twice. */
  public String seal(byte[] plain, SecretContext context) {
    SecretKeys ring = keys.orElseThrow(() -> new IllegalStateException(NO_KEYS));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String head = "v1:" + ring.active() + ":";
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, ring.activeKey(), nonce, head, context);
      byte[] encrypted = cipher.doFinal(plain);
      byte[] value =
          ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
      return head + Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot seal with AES-256-GCM.", e);
    }
  }

  /**
   * The bytes that were sealed.
   *
   * @throws UnopenableSecret when the value was altered, belongs to another context, or was sealed
   *     with a key that is no longer configured
   */
  public byte[] open(String sealed, SecretContext context) {
    SecretKeys ring = keys.orElseThrow(() -> new IllegalStateException(NO_KEYS));
    Matcher parts = SEALED.matcher(sealed);
    if (!parts.matches()) {
      throw new UnopenableSecret("This is not a sealed secret.");
    }
    String id = parts.group(1);
    SecretKey key =
        ring.find(id)
            .orElseThrow(
                () ->
                    new UnopenableSecret(
                        "This secret was sealed with the key \""
                            + id
                            + "\", which followthrough.secrets.keys does not hold."));
    byte[] value = payload(parts.group(2));
    byte[] nonce = Arrays.copyOf(value, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, "v1:" + id + ":", context);
      return cipher.doFinal(value, NONCE_BYTES, value.length - NONCE_BYTES);
    } catch (AEADBadTagException _) {
      throw new UnopenableSecret("This secret was altered, or belongs to another row or purpose.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot open AES-256-GCM.", e);
    }
  }

  private static byte[] payload(String base64) {
    try {
      byte[] value = Base64.getUrlDecoder().decode(base64);
      if (value.length >= NONCE_BYTES + TAG_BITS / 8) {
        return value;
      }
    } catch (IllegalArgumentException _) {
      // Falls through: a broken encoding and a short value are the same fault.
    }
    throw new UnopenableSecret("This is not a sealed secret.");
  }

  private static Cipher cipher(
      int mode, SecretKey key, byte[] nonce, String head, SecretContext context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head.getBytes(US_ASCII));
    cipher.updateAAD(context.bytes());
    return cipher;
  }

  /** A sealed value that cannot be opened here. The sentence holds nothing secret. */
  public static final class UnopenableSecret extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnopenableSecret(String sentence) {
      super(sentence);
    }
  }
}
