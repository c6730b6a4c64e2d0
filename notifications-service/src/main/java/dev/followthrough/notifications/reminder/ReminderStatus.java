package dev.followthrough.notifications.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a reminder. */
public enum ReminderStatus {
  @JsonProperty("planned")
  PLANNED,
  /** It went out, alone or as one with another of the same deadline. */
  @JsonProperty("sent")
  SENT,
  /** The owner has seen what went out. */
  @JsonProperty("acknowledged")
  ACKNOWLEDGED,
  /** The owner did not want it. */
  @JsonProperty("skipped")
  SKIPPED,
  /** There was nothing left to be reminded of, or the policy has none any more. */
  @JsonProperty("cancelled")
  CANCELLED
}
