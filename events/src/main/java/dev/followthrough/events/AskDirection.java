package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose ask it is: outbound the owner's, inbound the contact's. */
public enum AskDirection {
  @JsonProperty("outbound")
  OUTBOUND,
  @JsonProperty("inbound")
  INBOUND
}
