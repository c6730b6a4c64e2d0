package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a held meeting opens no agreement. */
public enum NoAgreement {
  /** The meeting was an event: people met there get a verdict each instead. */
  @JsonProperty("event")
  EVENT,
  /** The practice is off for the meeting, or for every contact in it. */
  @JsonProperty("practiceOff")
  PRACTICE_OFF,
  /** The week had already passed when the meeting was recorded. */
  @JsonProperty("weekPassed")
  WEEK_PASSED
}
