package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a line stands in the owner's list for today. */
public enum NextActionKind {
  /** The owner missed a promise and has not apologised. */
  @JsonProperty("apology")
  APOLOGY,
  /** The owner promised and has not delivered. */
  @JsonProperty("ownPromise")
  OWN_PROMISE,
  /** What was delivered can be assessed, and is not. */
  @JsonProperty("assessment")
  ASSESSMENT,
  /** A question of a contact waits for its answer. */
  @JsonProperty("openLoop")
  OPEN_LOOP,
  /** The owner got something of value and has not said thanks. */
  @JsonProperty("thanks")
  THANKS,
  /** The day has come to which an ask was deferred. */
  @JsonProperty("askRevisit")
  ASK_REVISIT,
  /** An introduction was made two weeks ago: what came of it? */
  @JsonProperty("introductionFollowUp")
  INTRODUCTION_FOLLOW_UP,
  /** Somebody met at an event has no verdict yet. */
  @JsonProperty("verdict")
  VERDICT,
  /** The end of a scheduled meeting is past: did it take place? */
  @JsonProperty("meetingToConfirm")
  MEETING_TO_CONFIRM,
  /** The day to be in touch with a contact again. */
  @JsonProperty("touchDue")
  TOUCH_DUE,
  /** Much rapport and no proof, or none lately: propose a 1:1:1. */
  @JsonProperty("oneOneOneToPropose")
  ONE_ONE_ONE_TO_PROPOSE,
  /** A need is open for 30 days and a contact who is ready for an ask matches it. */
  @JsonProperty("askWorthMaking")
  ASK_WORTH_MAKING
}
