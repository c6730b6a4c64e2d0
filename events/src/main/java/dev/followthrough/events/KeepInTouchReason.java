package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What gives the owner a reason to write. */
public enum KeepInTouchReason {
  /** A question or thanks of theirs waits for a word. */
  @JsonProperty("openLoop")
  OPEN_LOOP,
  /** A birthday, a new job, a book, an award. */
  @JsonProperty("occasion")
  OCCASION,
  /** What the two spoke of last. */
  @JsonProperty("lastTopic")
  LAST_TOPIC,
  @JsonProperty("sharedInterest")
  SHARED_INTEREST,
  @JsonProperty("expertise")
  EXPERTISE,
  /** Nothing better is known: only the time that went by. */
  @JsonProperty("silence")
  SILENCE
}
