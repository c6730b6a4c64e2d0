package dev.followthrough.notifications.endpoint;

import java.util.UUID;

/** Tells other features, within the transaction, what became of an endpoint. */
public sealed interface EndpointChange {

  UUID endpoint();

  /** What waited for it may leave. */
  record Enabled(UUID endpoint) implements EndpointChange {}

  /** It is gone, with all that was meant for it. */
  record Removed(UUID endpoint) implements EndpointChange {}
}
