package dev.followthrough.contacts.goal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can name a goal. Asks live in commitments-service, which tells of theirs. */
public enum GoalSubject {
  @JsonProperty("contact")
  CONTACT,
  @JsonProperty("meeting")
  MEETING,
  @JsonProperty("ask")
  ASK
}
