package dev.followthrough.contacts.quicklog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.TouchKind;

/** What can be logged of one contact: a meeting of some kind, or a touch of some kind. */
enum LoggedKind {
  @JsonProperty("oneOnOne")
  ONE_ON_ONE("oneOnOne", MeetingKind.ONE_ON_ONE, null),
  @JsonProperty("event")
  EVENT("event", MeetingKind.EVENT, null),
  @JsonProperty("email")
  EMAIL("email", null, TouchKind.EMAIL),
  @JsonProperty("message")
  MESSAGE("message", null, TouchKind.MESSAGE),
  @JsonProperty("socialReply")
  SOCIAL_REPLY("socialReply", null, TouchKind.SOCIAL_REPLY),
  @JsonProperty("sharedLink")
  SHARED_LINK("sharedLink", null, TouchKind.SHARED_LINK),
  @JsonProperty("comment")
  COMMENT("comment", null, TouchKind.COMMENT),
  @JsonProperty("eventChat")
  EVENT_CHAT("eventChat", null, TouchKind.EVENT_CHAT),
  @JsonProperty("shortCall")
  SHORT_CALL("shortCall", null, TouchKind.SHORT_CALL),
  @JsonProperty("other")
  OTHER("other", null, TouchKind.OTHER);

  /** As clients write it. */
  final String word;

  /** Null for a touch. */
  final MeetingKind meeting;

  /** Null for a meeting. */
  final TouchKind touch;

  LoggedKind(String word, MeetingKind meeting, TouchKind touch) {
    this.word = word;
    this.meeting = meeting;
    this.touch = touch;
  }

  boolean isMeeting() {
    return meeting != null;
  }
}
