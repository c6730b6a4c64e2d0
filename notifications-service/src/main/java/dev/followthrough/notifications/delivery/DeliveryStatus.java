package dev.followthrough.notifications.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a message on its way to an endpoint. */
public enum DeliveryStatus {
  /** It will be tried, now or later, or is being tried. */
  @JsonProperty("waiting")
  WAITING,
  /** The endpoint took it. */
  @JsonProperty("delivered")
  DELIVERED,
  /** Every try failed, or it was given up as its last attempt says; it can be resent. */
  @JsonProperty("failed")
  FAILED
}
