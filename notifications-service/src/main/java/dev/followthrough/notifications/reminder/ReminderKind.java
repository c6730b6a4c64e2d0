package dev.followthrough.notifications.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reminder is about. */
public enum ReminderKind {
  /** What of an agreement is promised or still to be, by the owner and by the contacts. */
  @JsonProperty("promises")
  PROMISES,
  /** What came of an agreement, as long as it can be assessed. */
  @JsonProperty("assessments")
  ASSESSMENTS,
  /** The day to be in touch with a contact again. */
  @JsonProperty("keepInTouch")
  KEEP_IN_TOUCH,
  /** The day to which an ask was deferred. */
  @JsonProperty("askRevisit")
  ASK_REVISIT
}
