package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether there is enough recent evidence to speak of somebody's reliability. */
public enum ReliabilityState {
  /** No promise of theirs was ever kept or missed. */
  @JsonProperty("untested")
  UNTESTED,
  /** What there was has faded: r + s is below 0.25. */
  @JsonProperty("untestedLately")
  UNTESTED_LATELY,
  @JsonProperty("tested")
  TESTED
}
