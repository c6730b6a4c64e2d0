package dev.followthrough.contacts.goal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can name a goal here. */
public enum GoalSubject {
  @JsonProperty("contact")
  CONTACT,
  @JsonProperty("meeting")
  MEETING
}
