package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a touch came about. A live conversation is a meeting, except a short call. */
public enum TouchKind {
  @JsonProperty("email")
  EMAIL,
  @JsonProperty("message")
  MESSAGE,
  @JsonProperty("socialReply")
  SOCIAL_REPLY,
  @JsonProperty("sharedLink")
  SHARED_LINK,
  @JsonProperty("comment")
  COMMENT,
  @JsonProperty("eventChat")
  EVENT_CHAT,
  @JsonProperty("shortCall")
  SHORT_CALL,
  @JsonProperty("other")
  OTHER
}
