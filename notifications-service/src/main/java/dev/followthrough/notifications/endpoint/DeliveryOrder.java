package dev.followthrough.notifications.endpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which deliveries to an endpoint wait for which. */
public enum DeliveryOrder {
  /** None: each goes out as soon as it can. */
  @JsonProperty("none")
  NONE,
  /** One waits until those before it about the same thing have arrived or failed their last try. */
  @JsonProperty("perSubject")
  PER_SUBJECT
}
