package dev.followthrough.contacts.guidance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What guidance says before the owner reaches out. */
enum GuidanceCode {
  @JsonProperty("doNotContact")
  DO_NOT_CONTACT,
  @JsonProperty("replyAwaited")
  REPLY_AWAITED,
  @JsonProperty("threeUnanswered")
  THREE_UNANSWERED,
  @JsonProperty("manyTouches")
  MANY_TOUCHES,
  @JsonProperty("tooFewMeetings")
  TOO_FEW_MEETINGS,
  @JsonProperty("longSilence")
  LONG_SILENCE,
  @JsonProperty("answerOwed")
  ANSWER_OWED,
  @JsonProperty("thanksOwed")
  THANKS_OWED,
  @JsonProperty("apologyOwed")
  APOLOGY_OWED,
  @JsonProperty("valueOwed")
  VALUE_OWED,
  @JsonProperty("likedNotProven")
  LIKED_NOT_PROVEN;

  /** Whether it objects to any touch; the others but the last object to an ask. */
  boolean objectsToTouch() {
    return ordinal() <= MANY_TOUCHES.ordinal();
  }

  boolean isObjection() {
    return this != LIKED_NOT_PROVEN;
  }
}
