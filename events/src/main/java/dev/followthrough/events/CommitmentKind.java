package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The one shared action of an agreement, or one person's individual action. */
public enum CommitmentKind {
  @JsonProperty("shared")
  SHARED,
  @JsonProperty("individual")
  INDIVIDUAL
}
