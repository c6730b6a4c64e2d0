package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody else got what was asked for. */
public enum LossReason {
  @JsonProperty("forgot")
  FORGOT,
  @JsonProperty("timing")
  TIMING,
  @JsonProperty("price")
  PRICE,
  @JsonProperty("trustInSkill")
  TRUST_IN_SKILL,
  @JsonProperty("uncomfortableWithFriends")
  UNCOMFORTABLE_WITH_FRIENDS,
  @JsonProperty("betterOffer")
  BETTER_OFFER,
  @JsonProperty("other")
  OTHER
}
