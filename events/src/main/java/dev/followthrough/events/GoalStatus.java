package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a goal stands. */
public enum GoalStatus {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("reached")
  REACHED,
  @JsonProperty("dropped")
  DROPPED
}
