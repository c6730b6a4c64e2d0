package dev.followthrough.notifications.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a reminder lies to what it is about. */
public enum ReminderTiming {
  @JsonProperty("before")
  BEFORE,
  /** After a miss. */
  @JsonProperty("afterMiss")
  AFTER_MISS,
  @JsonProperty("onTheDay")
  ON_THE_DAY
}
