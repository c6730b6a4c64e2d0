package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Through what the owner and a contact came to know each other. */
public enum OriginKind {
  @JsonProperty("event")
  EVENT,
  @JsonProperty("introduction")
  INTRODUCTION,
  @JsonProperty("work")
  WORK,
  @JsonProperty("school")
  SCHOOL,
  @JsonProperty("service")
  SERVICE,
  @JsonProperty("family")
  FAMILY,
  @JsonProperty("friend")
  FRIEND,
  @JsonProperty("online")
  ONLINE,
  @JsonProperty("community")
  COMMUNITY,
  @JsonProperty("other")
  OTHER
}
