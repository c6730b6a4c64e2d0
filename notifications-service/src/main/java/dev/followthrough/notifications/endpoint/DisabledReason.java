package dev.followthrough.notifications.endpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an endpoint is disabled. */
public enum DisabledReason {
  /** The owner said so. */
  @JsonProperty("byOwner")
  BY_OWNER,
  /** It has failed every try for five days. */
  @JsonProperty("failing")
  FAILING,
  /** It answered 410. */
  @JsonProperty("gone")
  GONE,
  /** An answer of it carried {@code webhook-delivery: disable}. */
  @JsonProperty("byReceiver")
  BY_RECEIVER
}
