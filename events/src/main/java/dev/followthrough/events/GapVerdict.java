package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a large gap between what is expected of somebody and what they have shown means. */
public enum GapVerdict {
  @JsonProperty("likedNotProven")
  LIKED_NOT_PROVEN,
  @JsonProperty("provenNotLately")
  PROVEN_NOT_LATELY,
  @JsonProperty("connectedNotRespected")
  CONNECTED_NOT_RESPECTED
}
