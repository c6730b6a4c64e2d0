package dev.followthrough.contacts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a suggestion for a conversation rests on. */
public enum SuggestionReason {
  @JsonProperty("ownMiss")
  OWN_MISS,
  @JsonProperty("openLoop")
  OPEN_LOOP,
  @JsonProperty("promise")
  PROMISE,
  @JsonProperty("lastTopic")
  LAST_TOPIC,
  @JsonProperty("occasion")
  OCCASION,
  @JsonProperty("trip")
  TRIP,
  @JsonProperty("need")
  NEED,
  @JsonProperty("goal")
  GOAL,
  @JsonProperty("expertise")
  EXPERTISE,
  @JsonProperty("sharedInterest")
  SHARED_INTEREST,
  @JsonProperty("introducer")
  INTRODUCER,
  @JsonProperty("origin")
  ORIGIN,
  @JsonProperty("work")
  WORK,
  @JsonProperty("notKnown")
  NOT_KNOWN;

  /** Begins a suggestion for this reason. */
  Begun of(String words, Object... values) {
    return because -> new Suggestion(this, words.formatted(values), because);
  }

  /** A suggestion that lacks the fact it rests on. */
  interface Begun {

    Suggestion since(String because);

    default Suggestion because(String words, Object... values) {
      return since(words.formatted(values));
    }
  }
}
