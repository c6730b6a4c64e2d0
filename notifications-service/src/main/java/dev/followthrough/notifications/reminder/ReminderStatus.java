package dev.followthrough.notifications.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a reminder. */
public enum ReminderStatus {
  @JsonProperty("planned")
  PLANNED,
  /** It went out, alone or as one with another of the same deadline. */
  @JsonProperty("sent")
  SENT,
  /** There was nothing left to be reminded of. */
  @JsonProperty("cancelled")
  CANCELLED
}
