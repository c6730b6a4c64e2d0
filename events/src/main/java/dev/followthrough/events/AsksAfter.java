package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a touch asks after the other person: not at all, as a courtesy, or really. */
public enum AsksAfter {
  @JsonProperty("no")
  NO,
  @JsonProperty("courtesy")
  COURTESY,
  @JsonProperty("real")
  REAL
}
