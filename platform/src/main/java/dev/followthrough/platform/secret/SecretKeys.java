package dev.followthrough.platform.secret;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The configured keys: one that seals, all of them able to open. No message holds key material. */
record SecretKeys(String active, Map<String, SecretKey> byId) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final int KEY_BYTES = 32;

  SecretKeys {
    byId = Map.copyOf(byId);
  }

  /** The keys of the configuration, or none when no key is set; what is wrong is said by name. */
  static Optional<SecretKeys> of(SecretConfig config) {
    var byId = new HashMap<String, SecretKey>();
    for (String entry : config.keys().orElseGet(List::of)) {
      if (!entry.isBlank()) {
        add(entry.strip(), byId);
      }
    }
    if (byId.isEmpty()) {
      return Optional.empty();
    }
    String active =
        config
            .active()
            .map(String::strip)
            .or(() -> byId.size() == 1 ? byId.keySet().stream().findFirst() : Optional.empty())
            .orElseThrow(
                () ->
                    fault(
                        "followthrough.secrets.active must name the key that seals new secrets."));
    if (!byId.containsKey(active)) {
      throw fault("followthrough.secrets.active names no key of followthrough.secrets.keys.");
    }
    return Optional.of(new SecretKeys(active, byId));
  }

  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  SecretKey activeKey() {
    return byId.get(active);
  }

  private static void add(String entry, Map<String, SecretKey> byId) {
    int colon = entry.indexOf(':');
    if (colon < 0 || !ID.matcher(entry.substring(0, colon)).matches()) {
      throw fault(
          "followthrough.secrets.keys must be a list of id:base64, an id of 1 to 32 letters, digits, '_' or '-'.");
    }
    String id = entry.substring(0, colon);
    if (byId.put(id, new SecretKeySpec(decoded(id, entry.substring(colon + 1)), "AES")) != null) {
      throw fault("followthrough.secrets.keys names the key \"" + id + "\" twice.");
    }
  }

  private static byte[] decoded(String id, String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      // Not as a cause: its message quotes a character of the key.
      throw fault("The key \"" + id + "\" of followthrough.secrets.keys is not base64.");
    }
    if (key.length != KEY_BYTES) {
      throw fault("The key \"" + id + "\" of followthrough.secrets.keys must be exactly 32 bytes.");
    }
    return key;
  }

  private static IllegalStateException fault(String sentence) {
    return new IllegalStateException(sentence);
  }

  @Override
  public String toString() {
    return "SecretKeys[active=" + active + ", ids=" + byId.keySet() + "]";
  }
}
