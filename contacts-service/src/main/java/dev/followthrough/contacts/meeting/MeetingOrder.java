package dev.followthrough.contacts.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order meetings are listed. */
public enum MeetingOrder {
  /** The last recorded first. */
  @JsonProperty("recorded")
  RECORDED,
  /** The first to start first. */
  @JsonProperty("startsAt")
  STARTS_AT
}
