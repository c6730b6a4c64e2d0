package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a favour is worth: 1, 3 or 9 points. */
public enum FavourSize {
  @JsonProperty("small")
  SMALL,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("large")
  LARGE
}
