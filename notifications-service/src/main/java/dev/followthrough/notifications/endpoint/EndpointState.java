package dev.followthrough.notifications.endpoint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether events leave for the endpoint; while disabled they wait. */
public enum EndpointState {
  @JsonProperty("enabled")
  ENABLED,
  @JsonProperty("disabled")
  DISABLED
}
