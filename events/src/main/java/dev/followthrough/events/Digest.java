package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often the owner wants their next actions in one go. */
public enum Digest {
  @JsonProperty("none")
  NONE,
  @JsonProperty("daily")
  DAILY,
  @JsonProperty("weekly")
  WEEKLY
}
