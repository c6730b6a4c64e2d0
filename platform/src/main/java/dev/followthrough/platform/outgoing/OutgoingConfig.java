package dev.followthrough.platform.outgoing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where outgoing requests may go, and how long and how large they may get. */
@ConfigMapping(prefix = "followthrough.outgoing")
public interface OutgoingConfig {

  /** Networks that are allowed although they are not public, such as 10.1.0.0/16 or ::1/128. */
  Optional<List<String>> allowedNetworks();

  /** Schemes that a URL may have: https, and http where the operator accepts it. */
  @WithDefault("https")
  List<String> schemes();

  /** Ports that a URL may name; {@code *} stands for every port. */
  @WithDefault("443")
  List<String> ports();

  /** All that one request may take: name look-up, connection, TLS, headers and body together. */
  @WithDefault("15s")
  Duration timeLimit();

  /** What of it a name look-up may take. */
  @WithDefault("5s")
  Duration lookupLimit();

  /** What of it the connection to one address may take, before the name's next one is tried. */
  @WithDefault("5s")
  Duration connectLimit();

  /** Bytes of an answer's body that are read; after them the connection is dropped. */
  @WithDefault("65536")
  int bodyLimit();

  /** Connections at a time to one address under one name. */
  @WithDefault("4")
  int connectionsPerHost();

  /** How long an unused connection is kept for the next request to the same address and name. */
  @WithDefault("5s")
  Duration keepAlive();
}
