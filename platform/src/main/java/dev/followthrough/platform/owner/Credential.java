package dev.followthrough.platform.owner;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** On whose behalf a request comes, through which client, and what it may do. */
public interface Credential {

  UUID owner();

  Set<String> scopes();

  /** The client's name, for rate limits and the audit list. */
  String client();

  /** For how long it is still good from now on; empty for one that does not end by itself. */
  default Optional<Duration> validFor() {
    return Optional.empty();
  }
}
