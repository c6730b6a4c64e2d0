package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a favour was. Introductions are made by the owner or received from the contact. */
public enum FavourKind {
  @JsonProperty("introductionMade")
  INTRODUCTION_MADE,
  @JsonProperty("introductionReceived")
  INTRODUCTION_RECEIVED,
  @JsonProperty("referral")
  REFERRAL,
  @JsonProperty("link")
  LINK,
  @JsonProperty("advice")
  ADVICE,
  @JsonProperty("review")
  REVIEW
}
