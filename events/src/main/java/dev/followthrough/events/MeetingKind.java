package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What sort of meeting it was: with one contact, with several, or an event where one meets many.
 */
public enum MeetingKind {
  @JsonProperty("oneOnOne")
  ONE_ON_ONE,
  @JsonProperty("group")
  GROUP,
  @JsonProperty("event")
  EVENT
}
