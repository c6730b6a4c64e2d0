package dev.followthrough.contacts.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a meeting stands. Cancelled and voided are final, but for a void that is reverted. */
public enum MeetingStatus {
  @JsonProperty("scheduled")
  SCHEDULED,
  @JsonProperty("held")
  HELD,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("voided")
  VOIDED
}
