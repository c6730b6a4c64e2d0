package dev.followthrough.platform.secret;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The keys that seal what must be recovered. There is no default key, on purpose. */
@ConfigMapping(prefix = "followthrough.secrets")
public interface SecretConfig {

  /** Keys that can open, as {@code id:base64} of 32 random bytes each, separated by commas. */
  Optional<List<String>> keys();

  /** The id of the key that seals. Needed when there are several keys. */
  Optional<String> active();
}
