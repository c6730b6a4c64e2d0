package dev.followthrough.contacts.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a verdict proposes to the owner. */
enum VerdictStep {
  /** Meet one-on-one: createMeeting. */
  @JsonProperty("oneOnOne")
  ONE_ON_ONE,
  /** Move the contact to the circle released: changeContact. */
  @JsonProperty("release")
  RELEASE
}
