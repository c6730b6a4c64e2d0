package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a favour went: given by the owner, or received by them. */
public enum FavourDirection {
  @JsonProperty("given")
  GIVEN,
  @JsonProperty("received")
  RECEIVED
}
