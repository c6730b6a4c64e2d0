package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the owner owes in an open loop: a reply to a question, or a word on thanks. */
public enum LoopReason {
  @JsonProperty("question")
  QUESTION,
  @JsonProperty("thanks")
  THANKS
}
