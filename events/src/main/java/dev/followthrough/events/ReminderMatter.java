package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reminder is about that has no event of its own. */
public enum ReminderMatter {
  /** The day to be in touch with a contact again. */
  @JsonProperty("keepInTouch")
  KEEP_IN_TOUCH,
  /** The day has come to which an ask was deferred. */
  @JsonProperty("askRevisit")
  ASK_REVISIT
}
