package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a loop is not open any more. */
public enum LoopEnd {
  @JsonProperty("answered")
  ANSWERED,
  @JsonProperty("letGo")
  LET_GO,
  /** The touch was corrected and is not waiting any more, or not yet. */
  @JsonProperty("changed")
  CHANGED,
  /** The touch was removed, or its contact. */
  @JsonProperty("removed")
  REMOVED
}
