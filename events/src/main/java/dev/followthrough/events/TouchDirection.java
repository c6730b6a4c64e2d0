package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose touch it was: outbound the owner's, inbound the contact's. */
public enum TouchDirection {
  @JsonProperty("outbound")
  OUTBOUND,
  @JsonProperty("inbound")
  INBOUND
}
