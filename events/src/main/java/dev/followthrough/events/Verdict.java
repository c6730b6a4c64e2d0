package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is to come of somebody whom the owner met at an event. */
public enum Verdict {
  /** A one-on-one is worth the time of both. */
  @JsonProperty("meet")
  MEET,
  @JsonProperty("keepInTouch")
  KEEP_IN_TOUCH,
  @JsonProperty("letGo")
  LET_GO
}
